/**
 * The sections of the settings, in the order they are listed: one line each.
 *
 * A section of yours: its component, and the names of its settings. A name is the key of the setting's words (`field-theme`) and the id of
 * its place on the screen, see `Place`; by it the search and links find it. `saves` says that it has fields that are saved by the button
 * above; what changes at once, or has buttons of its own, does without.
 */
import type { ComponentType } from "react";

import type { IconName } from "../../components/icons";
import { About } from "./About";
import { Addresses } from "./Addresses";
import { Delivery } from "./Delivery";
import { General } from "./General";
import { Keeping } from "./Keeping";
import { Network } from "./Network";
import { Shortcuts } from "./Shortcuts";

/** A section. */
export interface Section {
  /** As it stands in the address: `/settings?section=delivery`. Its words are `section-delivery` with `.sentence`. */
  id: string;
  icon: IconName;
  body: ComponentType;
  /** Its settings, for the search. */
  settings: readonly string[];
  saves?: true;
}

/** All of them. */
export const sections: readonly Section[] = [
  {
    id: "general",
    icon: "settings",
    body: General,
    saves: true,
    settings: ["field-language", "field-theme", "field-send-command"],
  },
  {
    id: "addresses",
    icon: "channels",
    body: Addresses,
    saves: true,
    settings: ["field-public-url", "field-listen", "field-file-address-hours"],
  },
  {
    id: "delivery",
    icon: "bulk",
    body: Delivery,
    saves: true,
    settings: [
      "field-retry-schedule-ms",
      "field-rejected-schedule-ms",
      "field-retry-jitter",
      "field-hold-lane-ms",
      "field-timeout-ms",
      "field-concurrency",
      "field-breaker-after",
      "field-probe-ms",
    ],
  },
  {
    id: "keeping",
    icon: "caughtUp",
    body: Keeping,
    saves: true,
    settings: ["field-keep-traffic-days", "field-keep-tries-days", "field-keep-conversations-days"],
  },
  {
    id: "network",
    icon: "both",
    body: Network,
    saves: true,
    settings: ["field-proxy", "field-intake-timeout-ms", "field-file-hosts"],
  },
  { id: "shortcuts", icon: "screen", body: Shortcuts, settings: ["keys-single", "keys-title"] },
  { id: "about", icon: "note", body: About, settings: ["about-folder", "about-key", "about-version"] },
];
