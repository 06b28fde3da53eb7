/** The nonce the server wrote into the page for this visit; the placeholder of the dev server counts as none. */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  const nonce = meta?.nonce || meta?.getAttribute('nonce') || '';
  return nonce === '' || nonce === '__NONCE__' ? undefined : nonce;
}

/** Hands the nonce to libraries which add style elements: they look for this global. Called once, before the first render. */
export function shareNonce(): void {
  const nonce = styleNonce();
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
