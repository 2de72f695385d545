/** Every screen in both themes, three languages and the smallest window there is: readable, reachable, nothing cut off. */
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, message, post, sample, test } from "./harness";
import type { Json, LiveChat, Relay } from "./harness";
import { having, word, words } from "./words";
import type { Language, Word } from "./words";

/** What a walk through some screens has at hand. */
interface Walk {
  page: Page;
  /** The words of the language the screens are in. */
  word: Word;
  chatwoot: Json;
  liveChat: LiveChat;
  /** Opens a screen and waits for a text in it. */
  go: (to: string, ready: string | RegExp) => Promise<void>;
  /** Looks at what is open now. */
  look: (name: string) => Promise<void>;
}

const param = (id: string) => encodeURIComponent(JSON.stringify(id));

/** Home, channels, links and the practice customer. */
async function channels({ page, word, chatwoot, liveChat, go, look }: Walk) {
  await go("/", word("home-channels"));
  await look("Home");
  await go("/channels", "Support");
  await look("Channels");
  await go(`/channels?channel=${param(chatwoot.id)}`, word("channel-discard"));
  await look("a channel");
  await page.getByText(word("outbox-title")).click();
  await expect(page.getByRole("table", { name: word("outbox-kinds") })).toBeVisible();
  await look("the outbox of a channel");
  const pane = page.getByRole("region", { name: "Support" }).first();
  await pane.getByRole("button", { name: word("channel-pause"), exact: true }).click();
  await expect(page.getByRole("button", { name: having(word("action-undo")) })).toBeVisible();
  await look("a channel on hold, and the way back");
  await pane.getByRole("button", { name: word("channel-resume"), exact: true }).click();
  await go("/channels/links", "Support");
  await look("Links");
  await go("/channels/links?create=true", word("link-create-button"));
  await look("a new link");
  await go(`/channels/${chatwoot.id}/customer`, word("stopped-open"));
  await look("a practice customer who cannot write");
  await go(`/channels/${liveChat.channel.id}/customer`, word("customer-start"));
  await look("the practice customer before the first message");
  await page.getByRole("button", { name: word("customer-start") }).click();
  for (const text of ["Seen by axe", "Not accepted"]) {
    if (text !== "Seen by axe") liveChat.status = 400;
    await page.getByRole("textbox", { name: word("customer-write") }).fill(text);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("log").getByText(text)).toBeVisible();
  }
  await page.locator("input[type=file]").setInputFiles([{ name: "picture.png", mimeType: "image/png", buffer: Buffer.alloc(100) }]);
  await expect(page.getByRole("log")).toContainText(word("state-failed") as string);
  await look("the practice customer");
  await go(`/channels/${chatwoot.id}/practice`, word("practice-use"));
  await page.getByRole("button", { name: word("practice-example-show") }).click();
  await look("practice with a channel");
}

/** The log, the parts of a request's details, its journey with all the room, and what can be done with it. */
async function traffic({ page, word, go, look }: Walk) {
  await go("/traffic", "Seen by axe");
  await look("Traffic");
  await page.getByRole("grid").getByRole("row").filter({ hasText: "Seen by axe" }).first().click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await expect(pane.getByText("Seen by axe").first()).toBeVisible();
  await look("the details of a request");
  for (const tab of ["journey", "message", "technical", "attempts"]) {
    await pane.getByRole("tab", { name: word(`exchange-tab-${tab}`) }).click();
    await look(`the ${tab} of a request`);
  }
  await pane.getByRole("tab", { name: word("exchange-tab-summary") }).click();
  await pane.getByRole("button", { name: word("explain-open") }).click();
  await look("a request explained");
  await pane.getByRole("button", { name: word("again-open") }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: word("again-send") })).toBeVisible();
  await look("a request to be changed");
  await page.keyboard.press("Escape");
  await pane.getByRole("tab", { name: word("exchange-tab-journey") }).click();
  await pane.getByRole("link", { name: word("journey-open-wide") }).click();
  await expect(page.getByRole("list", { name: word("journey-steps") })).toBeVisible();
  await page.getByRole("button", { name: word("journey-more") }).first().click();
  await look("a journey");
}

/** The map, what is chosen on it, the same as a table, and as it was. */
async function map({ page, word, go, look }: Walk) {
  await go("/traffic/map", "Support");
  await look("the map");
  await page.locator('.react-flow__edge[data-id^="c-"]').first().press(" ");
  await expect(
    page.getByRole("region", { name: word("flow-answers") }),
  ).toBeVisible();
  await look("a way on the map");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: word("flow-replay"), exact: true })
    .click();
  await look("the map as it was");
  await page.getByRole("button", { name: word("flow-replay-end") }).click();
  await page.getByText(word("flow-view-table"), { exact: true }).click();
  await expect(
    page.getByRole("region", { name: word("flow-table") }),
  ).toBeVisible();
  await look("the map as a table");
}

/** The steps of the wizard, of a platform that needs most and of one that needs least. */
async function setup({ page, word, chatwoot, liveChat, go, look }: Walk) {
  const next = () => page.getByRole("button", { name: word("setup-next"), exact: true }).click();
  await go("/setup", word("setup-platform-title"));
  await look("the platforms of the wizard");
  await page.getByRole("radio", { name: /Chatwoot/ }).check();
  await next();
  await next();
  await expect(page.getByText(word("setup-hint-token"))).toBeVisible();
  await look("the connection of the wizard");
  await page.getByRole("button", { name: word("setup-back"), exact: true }).click();
  for (const { id, name } of [chatwoot, liveChat.channel]) {
    await go(`/setup?channel=${param(id)}`, word("setup-endpoint-title"));
    await look(`the endpoint of ${name} in the wizard`);
    await page.getByRole("radio", { name: having(word("setup-endpoint-none")) }).check();
    await next();
    await expect(page.getByRole("region", { name: word("setup-waiting-title") })).toBeVisible();
    await look(`the address of ${name} in the wizard`);
  }
}

/** The screens of bulk sends, one after the other, as one is made. */
async function bulk({ page, word, go, look }: Walk) {
  await go("/bulk", word("bulk-empty"));
  await look("Bulk sends before the first");
  await go("/bulk?create=true", word("bulk-choose-where"));
  const { id } = sample(
    "chatwoot/webhook.message_created.outgoing.json",
  ).conversation;
  await page
    .getByRole("textbox", { name: word("bulk-text") })
    .fill(`${id}\nno-such-conversation`);
  await page
    .getByRole("radio", {
      name: having(word("bulk-target-endpoint")),
    })
    .check();
  await look("a new bulk send");
  await page
    .getByRole("button", { name: word("bulk-check"), exact: true })
    .click();
  await expect(page.getByRole("button", { name: word("bulk-next") })).toBeVisible();
  await look("the check of a bulk send");
  await page.getByRole("button", { name: word("bulk-next") }).click();
  await look("the question of a bulk send");
  await page.getByRole("button", { name: word("bulk-send"), exact: true }).click();
  await expect(
    page.getByText(word("bulk-state-done"), { exact: true }),
  ).toBeVisible();
  await look("the result of a bulk send");
  await go("/bulk", word("bulk-history"));
  await look("Bulk sends");
}

/** Everything paused from the rail, and resumed from the banner. */
async function paused({ page, word, go, look }: Walk) {
  await go("/", word("home-channels"));
  await page.getByRole("button", { name: word("tray-pause") }).click();
  await expect(page.getByRole("menuitem", { name: word("tray-pause-open") })).toBeVisible();
  await look("what pausing everything offers");
  await page.getByRole("menuitem", { name: word("tray-pause-open") }).click();
  await expect(page.getByText(word("status-paused")).first()).toBeVisible();
  await look("everything paused");
  await page.locator("main").getByRole("button", { name: word("tray-resume") }).first().click();
  await expect(page.getByRole("button", { name: word("tray-pause") })).toBeVisible();
  await go("/settings?section=desktop", word("desktop-browser"));
  await look("the settings of a window, in a browser");
}

/** The list of problems, one of them, the question before a remedy, and what was noted. */
async function problems({ page, word, go, look }: Walk) {
  await go("/problems", word("problems-sentence"));
  const list = page.getByRole("list", {
    name: word("problems-title"),
    exact: true,
  });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await look("Problems");
  await list.getByRole("listitem").first().getByRole("button").first().click();
  await expect(
    page.getByRole("region", { name: word("problem-pane") }),
  ).toBeVisible();
  await page.getByText(word("problem-details")).click();
  await look("a problem");
  await go("/problems?tab=activity", word("problems-sentence"));
  await expect(
    page.getByRole("list", { name: word("problems-tab-activity") }),
  ).toBeVisible();
  await look("the activity");
}

/** The settings, section by section, and the questions in them. */
async function settings({ page, word, go, look }: Walk) {
  await go("/settings", word("settings-save"));
  await look("Settings");
  for (const section of ["addresses", "delivery", "keeping", "network", "backup", "diagnostics", "about"]) {
    await go(`/settings?section=${section}`, word(`section-${section}`));
    await look(`Settings, ${section}`);
  }
  await page.getByRole("searchbox", { name: word("settings-find") }).fill("retry");
  await expect(page.getByRole("region", { name: word("settings-found") })).toBeVisible();
  await look("a search in the settings");
  await page.getByRole("searchbox", { name: word("settings-find") }).fill("");
  await go("/settings?section=keeping", word("history-count"));
  await page.getByRole("button", { name: word("history-count") }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: word("history-keep") })).toBeVisible();
  await look("the question before history is deleted");
  await page.getByRole("button", { name: word("history-keep") }).click();
  await go("/settings?section=diagnostics", word("diagnostics-button"));
  await page.getByRole("button", { name: word("diagnostics-button") }).click();
  await expect(page.getByRole("group", { name: word("diagnostics-parts") })).toBeVisible({ timeout: 30_000 });
  await look("the report");
}

/** The help, what is printed, the keys, and the palette. */
async function help({ page, word, chatwoot, go, look }: Walk) {
  await go("/help", word("help-start-what"));
  await look("the help");
  await go("/help/elma365", word("help-elma365-hello"));
  await look("the set-up of a platform");
  await go("/help/endpoint", word("help-endpoint-signature"));
  await look("the help on endpoints");
  await go("/help/errors", "NET-06");
  await look("the help on errors");
  await go("/help/states", word("help-states-channels"));
  await look("the help on states");
  await go("/help/requests", word("help-request-copy"));
  await look("a letter to IT");
  await go(`/help/sheet?channel=${param(chatwoot.id)}`, word("sheet-paste"));
  await look("a set-up sheet");
  await go("/settings?section=shortcuts", word("keys-reset-all"));
  await look("the settings of keys");
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: word("palette-search") }).fill("a");
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("the palette");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** The list of conversations, one of them with its contact, and a search that finds nothing. */
async function conversations({ page, word, go, look }: Walk) {
  await go("/conversations", "Seen by axe");
  await look("Conversations");
  await page.getByRole("grid").getByRole("row").filter({ hasText: "Seen by axe" }).first().click();
  const pane = page.getByRole("region", { name: word("conversation-title"), exact: true });
  await expect(pane.getByRole("log")).toContainText("Seen by axe");
  await look("a conversation");
  await pane.getByText(word("conversation-contact"), { exact: true }).click();
  await look("the contact of a conversation");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox", { name: word("conversations-search") }).fill("nothing has these words");
  await expect(page.getByText(word("conversations-no-match"), { exact: true })).toBeVisible();
  await look("a search for conversations that finds none");
}

const walks = { channels, traffic, conversations, map, setup, bulk, paused, problems, settings, help };

async function happen(relay: Relay, chatwoot: Json, liveChat: LiveChat) {
  await post(chatwoot.intakeUrl, message("Seen by axe"));
  await post(chatwoot.intakeUrl, { broken: true });
  await post(`${relay.relay}/in/unknown`, message("Unknown"));
  await relay.call("link.create", { customers: chatwoot.id, operators: liveChat.channel.id });
  // A row that comes above another moves it from under the pointer.
  await expect.poll(async () => (await relay.call("status.get")).waiting).toBe(0);
}

/** Goes to an address within the page. */
const goer = (page: Page) => async (to: string, ready: string | RegExp) => {
  await page.evaluate((hash) => (window.location.hash = hash), to);
  await expect(page.locator("main").getByText(ready).filter({ visible: true }).first()).toBeVisible();
};

/** What is seriously wrong with what is open, in words. */
async function findings(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  // A card of the map is labelled by its name, which its sentence has in it. State and counts beside it are in the sentence in other words:
  // said twice they would be a burden.
  const cards = violations.find(({ id }) => id === "label-content-name-mismatch");
  if (cards) cards.nodes = cards.nodes.filter(({ html }) => !html.includes("react-flow__node"));
  return violations
    .filter(({ impact, nodes }) => nodes.length > 0 && (impact === "serious" || impact === "critical"))
    .map(({ id, help, nodes }) => `${name}: ${id}: ${help}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join("\n")}`);
}

/** Whether what is open needs more room than there is. */
async function fits(page: Page, name: string, width: number, height: number) {
  // A note or a hint that is just coming or going may stand out for a moment.
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(wide, `${name} is not wider than the window`).toBeLessThanOrEqual(width);
  const high = () => page.evaluate(() => document.documentElement.scrollHeight);
  await expect.poll(high, `${name}: screens scroll inside their frame`).toBeLessThanOrEqual(height);
}

/** How each walk is looked at: every language, both themes, the usual window and the smallest, where the longest words are. */
const looks: { language: Language; theme: "light" | "dark"; width: number; height: number }[] = [
  { language: "en", theme: "light", width: 1280, height: 800 },
  { language: "en", theme: "dark", width: 1280, height: 800 },
  { language: "ru", theme: "light", width: 900, height: 600 },
  { language: "ru", theme: "dark", width: 900, height: 600 },
  { language: "de", theme: "light", width: 900, height: 600 },
  { language: "de", theme: "dark", width: 900, height: 600 },
];

/** Where a picture of each screen is put, for whoever wants to look at all of them. */
const pictures = process.env.SWITCHBOARD_PICTURES;

for (const [room, walk] of Object.entries(walks)) {
  for (const { language, theme, width, height } of looks) {
    const how = `${language}, ${theme}, ${width} × ${height}`;
    test(`every screen can be read and used by everybody: ${room}, ${how}`, async ({ open, relay, chatwoot, liveChat }) => {
      // Looking at so many screens takes its time.
      test.slow();
      await relay.call("settings.update", { theme, language });
      await happen(relay, chatwoot, liveChat);
      const page = await open();
      const html = page.locator("html");
      await expect(html).toHaveAttribute("data-mantine-color-scheme", theme);
      await expect(html).toHaveAttribute("lang", language);
      await page.setViewportSize({ width, height });
      const word = words(language);
      const rail = page.getByRole("navigation", { name: word("nav-label"), exact: true });
      const found: string[] = [];
      const look = async (name: string) => {
        if (pictures) await page.screenshot({ path: join(pictures, `${language}-${theme}`, `${room} ${name.replaceAll("/", " ")}.png`) });
        found.push(...(await findings(page, name)));
        await fits(page, name, width, height);
        await expect(rail.getByRole("link", { name: word("nav-settings"), exact: true })).toBeInViewport();
      };
      await walk({ page, word, chatwoot, liveChat, go: goer(page), look });
      expect(found).toEqual([]);
    });
  }
}

/** The screens that have an address of their own, in parts that can be looked at side by side. */
const addresses: { [part: string]: (chatwoot: Json) => string[] } = {
  work: (chatwoot) => [
    "/",
    "/setup",
    "/channels",
    `/channels?channel=${param(chatwoot.id)}`,
    "/channels/links?create=true",
    `/channels/${chatwoot.id}/practice`,
    "/traffic",
    "/traffic/map",
    "/conversations",
    "/bulk",
    "/bulk?create=true",
    "/problems",
    "/problems?tab=activity",
  ],
  settings: () =>
    ["general", "addresses", "delivery", "keeping", "network", "desktop", "shortcuts", "backup", "diagnostics", "about"].map(
      (section) => `/settings?section=${section}`,
    ),
  help: (chatwoot) => [
    ...["", "/elma365", "/chatwoot", "/userlike", "/endpoint", "/glossary", "/states", "/errors", "/requests"].map((page) => `/help${page}`),
    `/help/sheet?channel=${param(chatwoot.id)}`,
  ],
};

for (const [part, some] of Object.entries(addresses)) {
  test(`every screen can be used at 200 % zoom: ${part}`, async ({ open, relay, chatwoot, liveChat }) => {
    test.slow();
    await happen(relay, chatwoot, liveChat);
    const page = await open();
    // Twice as large in a window of 1280 × 800 is as if it were half as wide.
    await page.setViewportSize({ width: 640, height: 400 });
    const found: string[] = [];
    for (const address of some(chatwoot)) {
      await page.evaluate((hash) => (window.location.hash = hash), address);
      await expect(page.locator("main").getByRole("heading").first()).toBeVisible();
      await fits(page, address, 640, 400);
      found.push(...(await findings(page, address)));
    }
    expect(found).toEqual([]);
  });
}

test("the first screen can be read and used by everybody", async ({ open }) => {
  const page = await open();
  await expect(
    page.getByRole("heading", { level: 1, name: word("welcome-title") }),
  ).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(
      ({ impact }) => impact === "serious" || impact === "critical",
    ),
  ).toEqual([]);
});

test("the theme is chosen in Settings and kept", async ({ open, relay }) => {
  const page = await open("/settings");
  const background = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const lightness = async () =>
    Math.max(
      ...((await background()).match(/\d+/g) ?? []).slice(0, 3).map(Number),
    );
  await page.getByText(word("theme-dark"), { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute(
    "data-mantine-color-scheme",
    "dark",
  );
  await expect.poll(lightness).toBeLessThan(80);
  await expect
    .poll(async () => (await relay.call("settings.get")).theme)
    .toBe("dark");
  await page.getByText(word("theme-light"), { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute(
    "data-mantine-color-scheme",
    "light",
  );
  await expect.poll(lightness).toBeGreaterThan(200);
});

// A contrast theme of the system takes grounds and colours away: what was chosen looked like the rest, and covered words could be read.
test("in a contrast theme what is chosen can be told, and what is covered stays so", async ({ open, relay, chatwoot, liveChat }) => {
  await happen(relay, chatwoot, liveChat);
  const page = await open("/traffic");
  await page.emulateMedia({ forcedColors: "active" });
  const outline = (element: Element) => getComputedStyle(element).outlineStyle;
  await page.getByRole("grid").getByRole("row").nth(1).click();
  const chosen = page.getByRole("row", { selected: true });
  await expect.poll(() => chosen.evaluate(outline)).toBe("solid");
  expect(await page.getByRole("grid").getByRole("row").nth(3).evaluate(outline)).toBe("none");
  await goer(page)("/conversations", "Seen by axe");
  await page.getByRole("grid").getByRole("row").filter({ hasText: "Seen by axe" }).first().click();
  const pane = page.getByRole("region", { name: word("conversation-title"), exact: true });
  await pane.getByRole("button", { name: word("conversation-cover") }).click();
  const words = pane.getByRole("log").getByText("Seen by axe");
  await page.mouse.move(0, 0);
  await expect.poll(() => words.evaluate((element) => getComputedStyle(element).color)).toBe("rgba(0, 0, 0, 0)");
});
