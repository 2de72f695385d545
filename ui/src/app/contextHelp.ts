/** Which place of the help belongs to which screen. Pure. */
import type { Section } from "../features/settings/sections";

/** A page of the help, and a place on it. */
export interface HelpPlace {
  page: string;
  at?: string;
}

const places: readonly (readonly [RegExp, HelpPlace])[] = [
  [/^\/channels\/links/, { page: "links" }],
  [/^\/channels\/[^/]+\/practice/, { page: "reading", at: "reading-practice" }],
  [/^\/channels\/[^/]+\/customer/, { page: "states", at: "states-messages" }],
  [/^\/channels/, { page: "start" }],
  [/^\/traffic/, { page: "reading" }],
  [/^\/conversations/, { page: "states" }],
  [/^\/bulk/, { page: "bulk" }],
  [/^\/problems/, { page: "reading" }],
  [/^\/setup/, { page: "start" }],
  [/^\/help/, { page: "keyboard" }],
];

/** The place that F1 opens on the screen at `path`; in the settings it is that of the section that is shown. */
export function helpFor(path: string, section?: Pick<Section, "help">): HelpPlace {
  if (path.startsWith("/settings")) return section?.help ?? { page: "start", at: "start-look" };
  return places.find(([start]) => start.test(path))?.[1] ?? { page: "start" };
}
