/** A transcript as plain text, for the clipboard and for paper. */
import type { TranscriptLine } from "../../backend";
import type { Words } from "../../strings/text";
import { stateKey } from "../../strings/words";

/** The lines under a title, one paragraph each. */
export function transcriptText(lines: readonly TranscriptLine[], words: Words, title: string): string {
  const { text, format, sentence, trouble } = words;
  const said = lines.map((line) => {
    const at = format.when(line.at, 0);
    if (line.event) return `${at} – ${sentence(line.event.sentence)}`;
    const message = line.message;
    if (!message) return at;
    const who = message.author || text(`side-${message.from}`);
    const files = message.files.map((file) => `[${text("message-file")}: ${file.name || text("message-file")}]`);
    const note = message.private ? ` (${text("conversation-note")})` : "";
    const failed =
      line.failed.length > 0 || message.status === "failed"
        ? [`◆ ${line.error ? trouble(line.error) : text(stateKey("failed"))}`]
        : [];
    return [`${at} ${who}${note}:`, message.text, ...files, ...failed].filter((part) => part !== "").join("\n");
  });
  return [title, ...said].join("\n\n");
}

/** Prints a text on a page of its own: a screen's panes would be cut off where they scroll. */
export function printLines(body: string, title: string): void {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) return frame.remove();
  page.title = title;
  const text = page.createElement("pre");
  text.textContent = body;
  text.style.cssText = "white-space:pre-wrap;overflow-wrap:anywhere;font:11pt/1.45 sans-serif;margin:0";
  page.body.append(text);
  view.addEventListener("afterprint", () => setTimeout(() => frame.remove()));
  view.focus();
  view.print();
}
