/** Where the person wanted to go before signing in; only addresses of this product. */
export function wayBack(search: Record<string, unknown>): { ke?: string } {
  const way = search.ke;
  return typeof way === 'string' && /^\/(?![/\\])/.test(way) ? { ke: way } : {};
}

const numberIn = <Name extends string>(search: Record<string, unknown>, name: Name) =>
  /^\d{1,6}$/.test(String(search[name])) ? ({ [name]: Number(search[name]) } as Record<Name, number>) : {};

/** What is compared: numbers of versions; without `ke` the live draft. */
export const comparedVersions = (search: Record<string, unknown>): { dari?: number; ke?: number } => ({
  ...numberIn(search, 'dari'),
  ...numberIn(search, 'ke'),
});
