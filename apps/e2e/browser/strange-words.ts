import type { Page } from 'playwright-core';
import { words as english } from '@/words/en';
import { words as indonesian } from '@/words/id';

/** The sentences of the product which only Indonesian has. */
const onlyIndonesian = difference(leavesOf(indonesian), leavesOf(english));

function leavesOf(words: unknown): Set<string> {
  if (typeof words === 'string') return new Set([words]);
  if (typeof words !== 'object' || words === null) return new Set();
  return new Set(Object.values(words).flatMap((part) => [...leavesOf(part)]));
}

function difference(from: ReadonlySet<string>, without: ReadonlySet<string>): string[] {
  return [...from].filter((word) => !without.has(word));
}

/** What stands in Indonesian or stays unsaid on an English screen. */
export async function strangeWords(page: Page): Promise<string[]> {
  const { language, said } = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      // What people write together is in the language of whoever wrote it.
      if (!text.parentElement?.closest('[role=textbox], [role=document]')) found.add(text.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) found.add(element.getAttribute(name) ?? '');
    return { language: document.documentElement.lang, said: [...found] };
  });
  return [
    ...(language === 'en' ? [] : [`the page says it speaks “${language}”`]),
    ...said.filter((text) => onlyIndonesian.includes(text)).map((text) => `in Indonesian: ${text}`),
    ...said.filter((text) => /\bundefined\b|\[object |\bNaN\b/.test(text)).map((text) => `not said: ${text}`),
  ];
}
