import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CommandProvider } from '@/lib/commands';
import { SavedProvider } from '@/lib/saved';
import { ScreenProvider } from '@/lib/screen';
import { AnnouncerProvider } from '@/ui/announcer';
import { dialogBox } from '@/ui/dialog';
import { ToastProvider } from '@/ui/toast';
import { fetchWords, wordsOf } from '@/words/language';
import { LanguageProvider } from '@/words/language-provider';
import { type Part, parts } from '@/words/parts';

/** What a browser has and jsdom has not. */
class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const missing = {
  ResizeObserver: NoResize,
  matchMedia: (query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }),
};
for (const [name, part] of Object.entries(missing))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: part });
const element = globalThis.HTMLElement?.prototype as unknown as Record<string, unknown>;
for (const name of ['scrollIntoView', 'releasePointerCapture', 'setPointerCapture']) element[name] ??= () => undefined;
element.hasPointerCapture ??= () => false;

// A page which has been calm for a while holds what its dialogs need, and all it has to say.
await Promise.all([dialogBox.fetch(), fetchWords('id', Object.keys(parts.id) as Part[])]);
const words = wordsOf('id');

/** A cache for one test: asks once, keeps nothing. */
export const testCache = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 }, mutations: { retry: false } } });

/** Shows a part with everything the app puts around it, in Indonesian. */
export function show(part: ReactNode, cache: QueryClient = testCache()): RenderResult {
  return render(
    <LanguageProvider language="id" words={words}>
      <QueryClientProvider client={cache}>
        <SavedProvider>
          <ScreenProvider>
            <AnnouncerProvider>
              <ToastProvider label={words.frame.messages} closeLabel={words.frame.close}>
                <CommandProvider enabled>{part}</CommandProvider>
              </ToastProvider>
            </AnnouncerProvider>
          </ScreenProvider>
        </SavedProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
}
