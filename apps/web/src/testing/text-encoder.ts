/** What a browser has and jsdom has not; imported before whatever needs it as it loads. */
class PlainEncoder {
  encode(text = ''): Uint8Array {
    const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  }
}
if (!('TextEncoder' in globalThis)) Object.assign(globalThis, { TextEncoder: PlainEncoder });
