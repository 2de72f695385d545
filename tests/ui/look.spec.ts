/** Every screen in both themes and in the smallest window there is: readable, reachable, nothing cut off. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, message, post, sample, test } from "./harness";
import type { Json, LiveChat, Relay } from "./harness";
import { word } from "./words";

/** Opens each screen with something in it, one after the other. */
async function screens(page: Page, { chatwoot, liveChat }: { chatwoot: Json; liveChat: LiveChat }, look: (name: string) => Promise<void>) {
  const go = async (to: string, ready: string | RegExp) => {
    await page.evaluate((hash) => (window.location.hash = hash), to);
    await expect(page.locator("main").getByText(ready).first()).toBeVisible();
  };
  await go("/", word("home-channels"));
  await look("Home");
  await go("/channels", "Support");
  await look("Channels");
  await go("/channels?create=true", word("channel-create-button"));
  await look("a new channel");
  await go(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`, word("channel-discard"));
  await look("a channel");
  await page.getByText(word("outbox-title")).click();
  await expect(page.getByRole("table", { name: word("outbox-kinds") })).toBeVisible();
  await look("the outbox of a channel");
  await go("/channels/links", "Customers of Support");
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
  await go("/traffic", "Seen by axe");
  await look("Traffic");
  await page.getByRole("grid").getByRole("row").filter({ hasText: "Seen by axe" }).first().click();
  await expect(page.getByRole("region", { name: word("exchange-title") }).getByText("Seen by axe").first()).toBeVisible();
  await look("the details of a request");
  await bulk(page, go, look);
  await go("/settings", word("settings-save"));
  await look("Settings");
}

/** The screens of bulk sends, one after the other, as one is made. */
async function bulk(page: Page, go: (to: string, ready: string | RegExp) => Promise<void>, look: (name: string) => Promise<void>) {
  await go("/bulk", word("bulk-empty"));
  await look("Bulk sends before the first");
  await go("/bulk?create=true", word("bulk-choose-where"));
  const { id } = sample("chatwoot/webhook.message_created.outgoing.json").conversation;
  await page.getByRole("textbox", { name: word("bulk-text") }).fill(`${id}\nno-such-conversation`);
  await page.getByRole("radio", { name: new RegExp(word("bulk-target-endpoint") as string) }).check();
  await look("a new bulk send");
  await page.getByRole("button", { name: word("bulk-check"), exact: true }).click();
  await expect(page.getByText(/^1 conversation is ready/)).toBeVisible();
  await look("the check of a bulk send");
  await page.getByRole("button", { name: word("bulk-next") }).click();
  await look("the question of a bulk send");
  await page.getByRole("button", { name: "Send 1", exact: true }).click();
  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await look("the result of a bulk send");
  await go("/bulk", word("bulk-history"));
  await look("Bulk sends");
}

async function traffic(relay: Relay, chatwoot: Json, liveChat: LiveChat) {
  await post(chatwoot.intakeUrl, message("Seen by axe"));
  await post(chatwoot.intakeUrl, { broken: true });
  await post(`${relay.relay}/in/unknown`, message("Unknown"));
  await relay.call("link.create", { customers: chatwoot.id, operators: liveChat.channel.id });
}

for (const theme of ["light", "dark"] as const) {
  test(`every screen can be read and used by everybody, ${theme}`, async ({ open, relay, chatwoot, liveChat }) => {
    // Looking at so many screens takes its time.
    test.slow();
    await relay.call("settings.update", { theme });
    await traffic(relay, chatwoot, liveChat);
    const page = await open();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
    const findings: string[] = [];
    await screens(page, { chatwoot, liveChat }, async (name) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, help, nodes } of violations) {
        if (impact === "serious" || impact === "critical")
          findings.push(`${name}: ${id}: ${help}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join("\n")}`);
      }
    });
    expect(findings).toEqual([]);
  });
}

test("the first screen can be read and used by everybody", async ({ open }) => {
  const page = await open();
  await expect(page.getByRole("heading", { level: 1, name: word("welcome-title") })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
});

test("every screen fits a window of 900 × 600", async ({ open, relay, chatwoot, liveChat }) => {
  await traffic(relay, chatwoot, liveChat);
  const page = await open();
  await page.setViewportSize({ width: 900, height: 600 });
  await screens(page, { chatwoot, liveChat }, async (name) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${name} is not wider than the window`).toBeLessThanOrEqual(900);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(high, `${name}: screens scroll inside their frame`).toBeLessThanOrEqual(600);
    await expect(page.getByRole("link", { name: word("nav-settings") })).toBeInViewport();
  });
});

test("the theme is chosen in Settings and kept", async ({ open, relay }) => {
  const page = await open("/settings");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const lightness = async () => Math.max(...((await background()).match(/\d+/g) ?? []).slice(0, 3).map(Number));
  await page.getByText(word("theme-dark"), { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  expect(await lightness()).toBeLessThan(80);
  await expect.poll(async () => (await relay.call("settings.get")).theme).toBe("dark");
  await page.getByText(word("theme-light"), { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
  expect(await lightness()).toBeGreaterThan(200);
});
