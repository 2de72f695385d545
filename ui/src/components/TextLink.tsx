/** A link in a text that leads to another screen. */
import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

/** A link in a text that leads to another screen. The line under it tells it from the words around it, not its colour. */
export const TextLink = createLink((props: AnchorProps & ComponentPropsWithRef<"a">) => (
  <Anchor inherit c="inherit" underline="always" {...props} />
));
