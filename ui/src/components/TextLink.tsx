/** A link in a text that leads to another screen. */
import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

/** A link in a text that leads to another screen. */
export const TextLink = createLink((props: AnchorProps & ComponentPropsWithRef<"a">) => <Anchor inherit {...props} />);
