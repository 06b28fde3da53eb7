/** Prints one part of the page and nothing around it; the style of the part says how (`data-printed`). */
export function printOnly(part: Element | null | undefined): void {
  if (!part) return;
  const { documentElement: page } = document;
  part.setAttribute('data-printed', '');
  page.setAttribute('data-prints-a-part', '');
  const done = () => {
    part.removeAttribute('data-printed');
    page.removeAttribute('data-prints-a-part');
  };
  addEventListener('afterprint', done, { once: true });
  print();
}
