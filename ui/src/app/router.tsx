/** Which address shows which screen. Addresses stand after #, so that every host serves them without knowing them. */
import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";

import { states, type ConversationFilter, type ConversationSort, type Direction, type State } from "../backend";
import { BulkPage } from "../features/bulk/BulkPage";
import { ChannelsPage } from "../features/channels/ChannelsPage";
import { ConversationsPage } from "../features/conversations/ConversationsPage";
import { CustomerPage } from "../features/customer/CustomerPage";
import { HomePage } from "../features/home/HomePage";
import { LinksPage } from "../features/links/LinksPage";
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

/** What narrows the log, as it stands in the address. */
export interface TrafficSearch {
  channel?: string | undefined;
  direction?: Direction | undefined;
  state?: State | undefined;
  text?: string | undefined;
  /** Only of today. */
  today?: true | undefined;
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

/** Which channel is open, or that one is being created. */
export interface ChannelsSearch {
  channel?: string | undefined;
  create?: true | undefined;
}

/** Which link is open, or that one is being made. */
export interface LinksSearch {
  link?: string | undefined;
  create?: true | undefined;
}

const home = createRoute({ getParentRoute: () => root, path: "/", component: HomePage });

const channels = createRoute({
  getParentRoute: () => root,
  path: "/channels",
  component: ChannelsPage,
  validateSearch: (search): ChannelsSearch => ({
    channel: text(search["channel"]),
    create: search["create"] === true ? true : undefined,
  }),
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
    unclaimed: search["unclaimed"] === true ? true : undefined,
    exchange: text(search["exchange"]),
  }),
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

const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: SettingsPage });

const lost = createRoute({
  getParentRoute: () => root,
  path: "$",
  beforeLoad: () => {
    throw redirect({ to: "/" });
  },
});

const tree = root.addChildren([home, channels, links, customer, traffic, conversations, bulk, settings, lost]);

/** A router of its own, for one page or one test. */
export function makeRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory() });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
