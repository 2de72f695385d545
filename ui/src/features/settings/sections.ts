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
import { Backup } from "./Backup";
import { Delivery } from "./Delivery";
import { Desktop } from "./Desktop";
import { Diagnostics } from "./Diagnostics";
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
  /** The page of the help on it, and the place there. */
  help?: { page: string; at?: string };
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
    help: { page: "glossary", at: "word-public-address" },
    icon: "channels",
    body: Addresses,
    saves: true,
    settings: ["field-public-url", "field-listen", "field-file-address-hours"],
  },
  {
    id: "delivery",
    help: { page: "endpoint", at: "endpoint-retries" },
    icon: "bulk",
    body: Delivery,
    saves: true,
    settings: [
      "field-retry-schedule-ms",
      "field-rejected-schedule-ms",
      "field-bulk-schedule-ms",
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
    help: { page: "privacy", at: "privacy-long" },
    icon: "caughtUp",
    body: Keeping,
    saves: true,
    settings: [
      "keeping-room",
      "field-privacy",
      "field-keep-traffic-days",
      "field-keep-tries-days",
      "field-keep-conversations-days",
      "field-keep-traffic-mb",
      "history-delete",
    ],
  },
  {
    id: "network",
    help: { page: "requests" },
    icon: "both",
    body: Network,
    saves: true,
    settings: ["field-proxy", "field-intake-timeout-ms", "field-file-hosts"],
  },
  {
    id: "desktop",
    icon: "home",
    body: Desktop,
    settings: [
      "field-close-to",
      "field-safe-graphics",
      "desktop-quit",
      "desktop-autostart",
      "field-start-hidden",
      "field-zoom",
      "field-notifications",
      "field-daily-digest",
      "desktop-quiet",
    ],
  },
  {
    id: "shortcuts",
    help: { page: "keyboard" },
    icon: "screen",
    body: Shortcuts,
    settings: ["keys-single", "keys-title"],
  },
  {
    id: "backup",
    help: { page: "privacy", at: "privacy-backup" },
    icon: "download",
    body: Backup,
    saves: true,
    settings: [
      "backup-create",
      "field-backup-daily",
      "field-backup-keep",
      "field-backup-folder",
      "backup-restore",
      "transfer-export",
      "transfer-import",
    ],
  },
  {
    id: "diagnostics",
    help: { page: "privacy", at: "privacy-secrets" },
    icon: "search",
    body: Diagnostics,
    settings: ["diagnostics-create"],
  },
  {
    id: "about",
    help: { page: "privacy", at: "privacy-where" },
    icon: "note",
    body: About,
    settings: ["about-version", "about-new", "about-folder", "about-key", "about-privacy", "about-licence"],
  },
];

/** The section of that name; the first where none has it. */
export const sectionOf = (id: unknown): Section | undefined => sections.find((one) => one.id === id) ?? sections[0];
