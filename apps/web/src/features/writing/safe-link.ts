const safe = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Whether a link may stand in a text: the web and mail only. The server's schema refuses the rest. */
export function isSafeLink(address: unknown): boolean {
  return typeof address === 'string' && address.length <= 2048 && safe.test(address);
}

/** What a person typed as a link: an address of mail or of the web gets its beginning; null when it cannot be one. */
export function linkFrom(typed: string): string | null {
  const text = typed.trim();
  if (isSafeLink(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  const address = `https://${text}`;
  return /^[^\s/:@]+\.[^\s/:@]{2,}(:\d+)?(\/\S*)?$/.test(text) && isSafeLink(address) ? address : null;
}
