/** A link to something of the relay that is not one of these screens: it opens apart from them and learns nothing of where it was opened. */
import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";

import { useBackend } from "../app/backend";

/** Whether an address can be opened at all: what comes from outside might run as a script here. */
export function isWebAddress(url: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** The link; the words alone where the address is none. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const backend = useBackend();
  if (!isWebAddress(url)) return <span>{children}</span>;
  return (
    <Anchor
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      inherit
      c="inherit"
      underline="always"
      onClick={(event) => {
        event.preventDefault();
        void backend.openLink(url).catch(() => undefined);
      }}
    >
      {children}
    </Anchor>
  );
}
