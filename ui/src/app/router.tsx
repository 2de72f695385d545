/** Which address shows which screen. Addresses stand after #, so that every host serves them without knowing them. */
import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";

import { states, type ConversationFilter, type ConversationSort, type Direction, type State } from "../backend";
import { dayStart } from "../components/days";
import { BulkPage } from "../features/bulk/BulkPage";
import { ChannelsPage } from "../features/channels/ChannelsPage";
import { ConversationsPage } from "../features/conversations/ConversationsPage";
import { CustomerPage } from "../features/customer/CustomerPage";
import { FlowPage } from "../features/flow/FlowPage";
import { PracticePage } from "../features/practice/PracticePage";
import { HelpPage } from "../features/help/HelpPage";
import { SheetPage } from "../features/help/Sheet";
import { HomePage } from "../features/home/HomePage";
import { JourneyPage } from "../features/journey/JourneyPage";
import { LinksPage } from "../features/links/LinksPage";
import { ProblemsPage } from "../features/problems/ProblemsPage";
import { SetupPage } from "../features/setup/SetupPage";
import { SettingsPage } from "../features/settings/SettingsPage";
import { TrafficPage } from "../features/traffic/TrafficPage";
import { Frame } from "./Frame";

const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => null,
});

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** A filter as it stands in the address: the engine says what is wrong with one that was typed by hand. */
const object = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ConversationFilter) : undefined;

const day = (value: unknown) => (typeof value === "string" && dayStart(value) !== undefined ? value : undefined);

const days = (value: unknown) => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined);

/** What narrows the log, as it stands in the address. */
export interface TrafficSearch {
  channel?: string | undefined;
  direction?: Direction | undefined;
  state?: State | undefined;
  text?: string | undefined;
  /** Only of today. */
  today?: true | undefined;
  /** Only of the last so many days, today among them. */
  days?: number | undefined;
  /** Only from this day on, by this computer's clock: `2026-11-20`. */
  from?: string | undefined;
  /** Only up to this day, with it. */
  to?: string | undefined;
  /** Only requests to addresses no channel has. */
  unclaimed?: true | undefined;
  /** The exchange whose details are open. */
  exchange?: string | undefined;
}

/** What narrows the list of conversations and which one is open, as it stands in the address. */
export interface ConversationsSearch {
  /** Which conversations; none: all. */
  filter?: ConversationFilter | undefined;
  sort?: ConversationSort | undefined;
  ascending?: true | undefined;
  /** The conversation that is open. */
  conversation?: string | undefined;
}

/** Which bulk send is open, or what one is being made of. */
export interface BulkSearch {
  bulk?: string | undefined;
  /** A new one is being made. */
  create?: true | undefined;
  /** It begins with all that match this. */
  filter?: ConversationFilter | undefined;
  /** It begins with these conversations. */
  ids?: string[] | undefined;
}

/** Which channel is open and the field to go to in it, or that one is being created. */
export interface ChannelsSearch {
  channel?: string | undefined;
  at?: string | undefined;
  create?: true | undefined;
}

/** Which problem is open, or that the activity is shown. */
export interface ProblemsSearch {
  problem?: string | undefined;
  tab?: "activity" | undefined;
}

/** Which link is open, or that one is being made. */
export interface LinksSearch {
  link?: string | undefined;
  create?: true | undefined;
}

/** Which section of the settings is shown, and the setting to go to in it. */
export interface SettingsSearch {
  section?: string | undefined;
  at?: string | undefined;
}

const home = createRoute({ getParentRoute: () => root, path: "/", component: HomePage });

const channels = createRoute({
  getParentRoute: () => root,
  path: "/channels",
  component: ChannelsPage,
  validateSearch: (search): ChannelsSearch => ({
    channel: text(search["channel"]),
    at: text(search["at"]),
    create: search["create"] === true ? true : undefined,
  }),
  // Where channels were made once; addresses live longer than screens.
  beforeLoad: ({ search }) => {
    if (search.create) throw redirect({ to: "/setup", search: {} });
  },
});

/** A channel that is being set up; none: a new one. */
export interface SetupSearch {
  channel?: string | undefined;
}

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: SetupPage,
  validateSearch: (search): SetupSearch => ({ channel: text(search["channel"]) }),
});

const links = createRoute({
  getParentRoute: () => root,
  path: "/channels/links",
  component: LinksPage,
  validateSearch: (search): LinksSearch => ({
    link: text(search["link"]),
    create: search["create"] === true ? true : undefined,
  }),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: "/channels/$id/customer",
  component: CustomerPage,
});

const practice = createRoute({
  getParentRoute: () => root,
  path: "/channels/$id/practice",
  component: PracticePage,
});

const traffic = createRoute({
  getParentRoute: () => root,
  path: "/traffic",
  component: TrafficPage,
  validateSearch: (search): TrafficSearch => ({
    channel: text(search["channel"]),
    direction: search["direction"] === "in" || search["direction"] === "out" ? search["direction"] : undefined,
    state: states.find((state) => state === search["state"]),
    // A search for digits alone comes out of the address as a number.
    text: text(search["text"] === undefined ? undefined : String(search["text"])),
    today: search["today"] === true ? true : undefined,
    days: days(search["days"]),
    from: day(search["from"]),
    to: day(search["to"]),
    unclaimed: search["unclaimed"] === true ? true : undefined,
    exchange: text(search["exchange"]),
  }),
});

const map = createRoute({ getParentRoute: () => root, path: "/traffic/map", component: FlowPage });
const journey = createRoute({
  getParentRoute: () => root,
  path: "/traffic/journey/$id",
  component: JourneyPage,
});

const conversations = createRoute({
  getParentRoute: () => root,
  path: "/conversations",
  component: ConversationsPage,
  validateSearch: (search): ConversationsSearch => ({
    filter: object(search["filter"]),
    sort: (["lastActivity", "started", "messages"] as const).find((sort) => sort === search["sort"]),
    ascending: search["ascending"] === true ? true : undefined,
    conversation: text(search["conversation"]),
  }),
});

const bulk = createRoute({
  getParentRoute: () => root,
  path: "/bulk",
  component: BulkPage,
  validateSearch: (search): BulkSearch => ({
    bulk: text(search["bulk"]),
    create: search["create"] === true ? true : undefined,
    filter: object(search["filter"]),
    ids: Array.isArray(search["ids"]) ? search["ids"].filter((id) => typeof id === "string") : undefined,
  }),
});

const problems = createRoute({
  getParentRoute: () => root,
  path: "/problems",
  component: ProblemsPage,
  validateSearch: (search): ProblemsSearch => ({
    problem: text(search["problem"]),
    tab: search["tab"] === "activity" ? "activity" : undefined,
  }),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: SettingsPage,
  validateSearch: (search): SettingsSearch => ({ section: text(search["section"]), at: text(search["at"]) }),
});

/** What of the help is looked at. */
export interface HelpSearch {
  /** A place on the page. */
  at?: string | undefined;
  /** What is searched. */
  q?: string | undefined;
  /** The letter to write. */
  ask?: string | undefined;
  /** The channel it is about. */
  channel?: string | undefined;
  /** The server it is about. */
  host?: string | undefined;
}

const helpSearch = (search: Record<string, unknown>): HelpSearch => ({
  at: text(search["at"]),
  q: text(search["q"]),
  ask: text(search["ask"]),
  channel: text(search["channel"]),
  host: text(search["host"]),
});

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: HelpPage,
  validateSearch: helpSearch,
});
const helpOn = createRoute({
  getParentRoute: () => root,
  path: "/help/$page",
  component: HelpPage,
  validateSearch: helpSearch,
});
const sheet = createRoute({
  getParentRoute: () => root,
  path: "/help/sheet",
  component: SheetPage,
  validateSearch: (search): { channel?: string | undefined } => ({ channel: text(search["channel"]) }),
});

const lost = createRoute({
  getParentRoute: () => root,
  path: "$",
  beforeLoad: () => {
    throw redirect({ to: "/" });
  },
});

const tree = root.addChildren([
  home,
  channels,
  links,
  customer,
  practice,
  traffic,
  map,
  journey,
  conversations,
  bulk,
  problems,
  settings,
  help,
  helpOn,
  sheet,
  setup,
  lost,
]);

/** A router of its own, for one page or one test. */
export function makeRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory() });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
