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

/** Leads to a page of the help; `at` is a place on it. */
export function HelpLink({ page, at }: { page: string; at?: string }) {
  const { text } = useWords();
  const label = text("help-link", { page: text(`help-page-${page}`) });
  return (
    <Tooltip label={label}>
      <Mark to="/help/$page" params={{ page }} search={at === undefined ? {} : { at }} aria-label={label} />
    </Tooltip>
  );
}
