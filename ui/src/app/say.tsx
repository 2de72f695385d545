/**
 * Notes in the corner: what was done, and what went wrong where nothing on the screen shows it.
 *
 * Every note is said through here, so that all of them can be closed by name, and a screen reader is interrupted by errors alone.
 */
import { MantineThemeProvider } from "@mantine/core";
import { Notifications, notifications, type NotificationData } from "@mantine/notifications";
import { useMemo, type ReactNode } from "react";

import type { BackendError } from "../backend";
import { TroubleNote } from "../components/Trouble";
import { useWords } from "../strings/text";

/** Says something and answers by which id the note is known. One of the same id that is still there gives way to it. */
export function say(message: ReactNode, more: Partial<Omit<NotificationData, "message">> = {}): string {
  const note = { withBorder: true, ...more, message };
  const id = notifications.show(note);
  if (more.id !== undefined) notifications.update({ ...note, id });
  return id;
}

/** Says why something failed; it stays until it was read. The same error is not said twice at a time. */
export function sayTrouble(error: BackendError): void {
  // The sentence inside is the alert.
  say(<TroubleNote trouble={error} />, { id: `trouble-${error.code}`, role: "group", autoClose: false });
}

/** Where the notes stand. */
export function Notes() {
  const { text } = useWords();
  const close = text("action-close");
  const theme = useMemo(
    () => ({
      components: { Notification: { defaultProps: { role: "status", closeButtonProps: { "aria-label": close } } } },
    }),
    [close],
  );
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications position="bottom-right" limit={3} transitionDuration={140} />
    </MantineThemeProvider>
  );
}
