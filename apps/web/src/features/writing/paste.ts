import { isSafeLink } from './safe-link';

const whole = (most: number) => (value: string) =>
  /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most;

/** The attributes which may come along, each with what its value must be. Everything else is left behind. */
const allowed: Record<string, (value: string) => boolean> = {
  href: isSafeLink,
  title: (value) => value.length <= 500,
  colspan: whole(100),
  rowspan: whole(1000),
  start: whole(9999),
  'data-type': (value) => /^(mention|taskList|taskItem)$/.test(value),
  'data-checked': (value) => /^(true|false)$/.test(value),
  'data-id': (value) => /^(person|organization):[0-9a-f-]{36}$/.test(value),
  'data-label': (value) => value.length <= 200,
  'data-mention-suggestion-char': (value) => value === '@',
  'data-pm-slice': () => true,
};

const look = 'data-look';

/**
 * Leaves of pasted HTML what our schema knows: no styles, scripts, pictures or foreign attributes.
 * Bold and italic which an office program wrote as style are kept as marks.
 */
export function cleanPasted(html: string): string {
  const unstyled = html.replace(/\sstyle\s*=/gi, ` ${look}=`);
  const { body } = new DOMParser().parseFromString(unstyled, 'text/html');
  for (const element of body.querySelectorAll('script, style, meta, link, iframe, object, template, svg, title'))
    element.remove();
  for (const element of body.querySelectorAll('*')) {
    keepLook(element);
    for (const { name, value } of [...element.attributes]) if (!allowed[name]?.(value)) element.removeAttribute(name);
  }
  return body.innerHTML;
}

function keepLook(element: Element): void {
  const style = element.getAttribute(look) ?? '';
  if (/^(B|STRONG)$/.test(element.tagName) && /font-weight:\s*(normal|400)/i.test(style))
    return element.replaceWith(...element.childNodes);
  if (element.tagName !== 'SPAN') return;
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap(element, 'strong');
  if (/font-style:\s*italic/i.test(style)) wrap(element, 'em');
}

function wrap(element: Element, name: 'strong' | 'em'): void {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}
