/** A small question mark that leads to the page of the help on what stands beside it. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

import { useWords } from "../strings/text";

const Mark = createLink((props: ComponentPropsWithRef<"a">) => (
  <ActionIcon component="a" size={24} radius="xl" variant="default" {...props}>
    <span aria-hidden="true" style={{ fontSize: 12, fontWeight: 600 }}>
      ?
    </span>
  </ActionIcon>
));

/** Leads to a page of the help; `at` is a place on it. `channel` and `host` are what it is about, for letters that name them. */
export function HelpLink({
  page,
  at,
  channel,
  host,
}: {
  page: string;
  at?: string | undefined;
  channel?: string | undefined;
  host?: string | undefined;
}) {
  const { text } = useWords();
  const label = text("help-link", { page: text(`help-page-${page}`) });
  return (
    <Tooltip label={label}>
      <Mark to="/help/$page" params={{ page }} search={{ at, channel, host }} aria-label={label} />
    </Tooltip>
  );
}
