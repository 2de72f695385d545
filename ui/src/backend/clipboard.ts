/** The clipboard, also where the modern way is refused: some webviews grant it to secure pages only. */

/** Puts a text on the clipboard; throws when the system refuses. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "visually-hidden";
  // Inside an open dialog, because its focus trap takes the selection away from elsewhere.
  const home = focused?.closest("[role=dialog]") ?? document.body;
  home.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error("The clipboard refused the text.");
}
