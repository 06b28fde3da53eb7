/** Copies a text; answers whether it is really copied. Pages without HTTPS have no clipboard, so they go by a selection. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const place = document.createElement('textarea');
  place.value = text;
  place.readOnly = true;
  // Inside the dialog, where the focus may go.
  const around = document.activeElement?.parentElement ?? document.body;
  around.append(place);
  place.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    place.remove();
  }
}
