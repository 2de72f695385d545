/** Bulk sends from choosing to the result, against a real endpoint that takes, refuses and hangs. */
import type { Page } from "@playwright/test";

import { expect, message, post, Relay, tab, test } from "./harness";
import type { Json } from "./harness";
import { word } from "./words";

const title = (count: string, key: string) => new RegExp(`^${count} ${key}`);

/** So many conversations on the channel, each with one message; their ids on the platform. */
async function conversations(relay: Relay, channel: Json, count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const body = message(`Message of ${number}`, `chat${number}`);
    body.conversation.id = 7000 + number;
    keys.push(String(body.conversation.id));
    expect(await post(channel.intakeUrl, body)).toBe(200);
  }
  await expect.poll(async () => (await relay.call("conversation.count", { filter: { channel: channel.id } })).count).toBe(count);
  return keys;
}

/** Opens a new bulk send and pastes what is to be sent. */
async function paste(page: Page, text: string, channel = "Support"): Promise<void> {
  await page.getByRole("textbox", { name: word("bulk-text") }).fill(text);
  if (channel) {
    await page.getByRole("combobox", { name: word("bulk-text-channel") }).click();
    await page.getByRole("option", { name: channel }).click();
  }
}

const press = (page: Page, key: string) => page.getByRole("button", { name: word(key), exact: true }).click();
const endpointChoice = (page: Page) => page.getByRole("radio", { name: new RegExp(word("bulk-target-endpoint") as string) });

/** Checks, looks at how many are ready, and confirms. */
async function send(page: Page, count: number): Promise<void> {
  await press(page, "bulk-check");
  await expect(page.getByText(title(String(count), count === 1 ? "conversation is ready" : "conversations are ready"))).toBeVisible();
  await press(page, "bulk-next");
  await page.getByRole("button", { name: `Send ${count}`, exact: true }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
}

const progress = (page: Page) => page.getByRole("progressbar");
const table = (page: Page) => page.getByRole("table", { name: word("bulk-items") });

test("conversations are chosen by their ids, checked, sent, and their result leads to the log", async ({ open, relay, chatwoot, endpoint }) => {
  const keys = await conversations(relay, chatwoot, 12);
  const before = endpoint.received.length;
  const page = await open("/bulk");
  await expect(page.getByText(word("bulk-empty-hint"))).toBeVisible();
  await page.getByRole("button", { name: word("bulk-new") }).click();
  await paste(page, [...keys, keys[0], "no-such-conversation"].join("\n"));
  await press(page, "bulk-check");
  // Nothing is asked for twice, and what is missing is said.
  await expect(page.getByText(word("bulk-missing-target")).first()).toBeVisible();
  await endpointChoice(page).check();
  await press(page, "bulk-check");

  await expect(page.getByText(/^12 conversations are ready/)).toBeVisible();
  await expect(page.getByText(`1: ${word("bulk-skip-twice") as string}`)).toBeVisible();
  const wrong = page.getByRole("region", { name: word("bulk-wrong-title") });
  await expect(wrong.getByRole("row").filter({ hasText: "no-such-conversation" })).toContainText(word("bulk-skip-not-found") as string);
  await expect(wrong).toContainText("14");
  await expect(page.getByText(word("bulk-target-well"))).toBeVisible();
  await expect(page.getByText("conversation.snapshot").first()).toBeVisible();
  // Testing the target is not sending.
  const tested = endpoint.received.filter(({ type }) => type === "conversation.snapshot");
  expect(tested).toHaveLength(0);
  await press(page, "bulk-next");
  await expect(page.getByText(/^Send 12 conversations to 127\.0\.0\.1:\d+ at 5 per second \(about 5 sec\)\?$/)).toBeVisible();
  await expect(page.getByText(word("bulk-confirm-recall"))).toBeVisible();
  await page.getByRole("button", { name: "Send 12", exact: true }).click();

  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await expect(progress(page)).toHaveAttribute("aria-valuetext", "14 of 14");
  const sent = endpoint.received.slice(before).filter(({ type }) => type === "conversation.snapshot");
  expect(sent).toHaveLength(12);
  expect(new Set(sent.map(({ data }) => data.conversation.key ?? data.conversation.id)).size).toBe(12);
  await expect(table(page).getByRole("row").filter({ hasText: word("state-delivered") as string })).toHaveCount(12);
  await table(page).getByRole("link", { name: /in the log$/ }).first().click();
  await expect(page.getByRole("region", { name: word("exchange-title") })).toBeVisible();
});

test("a bulk send is made, checked, sent and read by keyboard alone", async ({ open, relay, chatwoot }) => {
  // So many steps take their time.
  test.slow();
  const keys = await conversations(relay, chatwoot, 2);
  const page = await open("/bulk");
  const go = async (label: string) => {
    await tab(page, label);
    await page.keyboard.press("Enter");
  };
  await expect(page.getByText(word("bulk-empty-hint"))).toBeVisible();
  await go(word("bulk-new") as string);
  await tab(page, word("bulk-text") as string);
  await page.keyboard.type(keys.join(" "));
  // Of several choices one is reached by Tab, the others by arrows.
  await tab(page, word("bulk-target-endpoint") as string);
  await page.keyboard.press("Space");
  await expect(endpointChoice(page)).toBeChecked();
  await go(word("bulk-check") as string);
  await expect(page.getByText(/^2 conversations are ready/)).toBeVisible();
  await go(word("bulk-next") as string);
  await expect(page.getByText(/^Send 2 conversations to /)).toBeVisible();
  await go("Send 2");
  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await go("Request to");
  await expect(page.getByRole("region", { name: word("exchange-title") })).toBeVisible();
});

test("an endpoint that refuses is told of, and the failed ones are sent again", async ({ open, relay, chatwoot, endpoint }) => {
  const keys = await conversations(relay, chatwoot, 3);
  const page = await open("/bulk?create=true");
  await paste(page, keys.join(" "));
  await endpointChoice(page).check();
  await press(page, "bulk-check");
  await expect(page.getByText(/^3 conversations are ready/)).toBeVisible();
  await press(page, "bulk-next");
  endpoint.status = 422;
  await page.getByRole("button", { name: "Send 3", exact: true }).click();

  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^${word("bulk-failed") as string}`) }).click();
  await expect(table(page).getByRole("row").filter({ hasText: word("state-failed") as string })).toHaveCount(3);
  await expect(table(page)).toContainText("422");
  endpoint.status = 200;
  await page.getByRole("button", { name: "Retry 3 failed" }).click();
  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await expect.poll(async () => (await relay.call("bulk.list"))[0]).toMatchObject({ delivered: 3, failed: 0, left: 0, total: 3 });
});

test("it is paused, goes on, and its rest is cancelled, and the numbers always sum up", async ({ open, relay, chatwoot }) => {
  const keys = await conversations(relay, chatwoot, 40);
  const page = await open("/bulk?create=true");
  await paste(page, keys.join("\n"));
  await endpointChoice(page).check();
  await send(page, 40);
  await expect.poll(async () => Number(await progress(page).getAttribute("aria-valuenow"))).toBeGreaterThan(2);
  await press(page, "bulk-pause");
  await expect(page.getByText(word("bulk-state-paused"), { exact: true })).toBeVisible();
  const standing = async () => {
    const [bulk] = await relay.call("bulk.list");
    expect(bulk.delivered + bulk.skipped + bulk.failed + bulk.unknown + bulk.left).toBe(bulk.total);
    return bulk;
  };
  // What was under way when it was paused still comes to its end.
  await expect.poll(async () => (await standing()).sending).toBe(0);
  const paused = await standing();
  await press(page, "bulk-resume");
  await expect.poll(async () => (await standing()).delivered).toBeGreaterThan(paused.delivered);
  await press(page, "bulk-cancel");
  await expect(page.getByRole("dialog")).toContainText("cannot be recalled");
  await page.getByRole("button", { name: /^Cancel the \d+ left$/ }).click();
  await expect(page.getByText(word("bulk-state-cancelled"), { exact: true })).toBeVisible();
  await expect.poll(async () => (await standing()).left).toBe(0);
  const over = await standing();
  expect(over.skipped).toBeGreaterThan(0);
  await expect(progress(page)).toHaveAttribute("aria-valuetext", "40 of 40");
  await page.getByRole("link", { name: word("bulk-all") }).click();
  await expect(page.getByRole("list", { name: word("bulk-history") })).toContainText(`${over.delivered} delivered`);
});

test("a file with wrong lines is told line by line, and goes to an address that was given once", async ({ open, relay, chatwoot, endpoint }) => {
  const keys = await conversations(relay, chatwoot, 2);
  const page = await open("/bulk?create=true");
  const csv = `channel;conversation;note\r\nSupport;${keys[0]};first\r\nElsewhere;${keys[1]};second\r\nSupport;;third\r\nSupport;${keys[1]};fourth\r\n`;
  await page.locator("input[type=file]").setInputFiles([{ name: "chosen.csv", mimeType: "text/csv", buffer: Buffer.from(csv) }]);
  await expect(page.getByText("chosen.csv")).toBeVisible();
  await page.getByRole("radio", { name: new RegExp(word("bulk-target-address") as string) }).check();
  await page.getByRole("textbox", { name: word("bulk-address") }).fill(`${endpoint.url}/import?key=hidden`);
  await page.getByRole("checkbox", { name: word("bulk-fast") }).check();
  await press(page, "bulk-check");
  const wrong = page.getByRole("region", { name: word("bulk-wrong-title") });
  await expect(wrong.getByRole("row").nth(1)).toContainText(word("bulk-skip-no-channel") as string);
  await expect(wrong.getByRole("row").nth(1)).toContainText("3");
  await expect(wrong.getByRole("row").nth(2)).toContainText(word("bulk-skip-unreadable") as string);
  await expect(page.getByText("hidden")).toHaveCount(0);
  await press(page, "bulk-next");
  await expect(page.getByText(/ as fast as the target allows\?$/)).toBeVisible();
  await page.getByRole("button", { name: "Send 2", exact: true }).click();
  await expect(page.getByText(word("bulk-state-done"), { exact: true })).toBeVisible();
  await expect(table(page)).toContainText("Line 3");
});

test("what ran when the program ended waits for the admin, who says what becomes of the rest", async ({ page, endpoint }) => {
  const relay = await Relay.start();
  const chatwoot = await relay.call("channel.create", { name: "Support", platform: "chatwoot", callbackUrl: endpoint.url });
  const keys = await conversations(relay, chatwoot, 40);
  const choice = { kind: "text", text: keys.join("\n"), channel: chatwoot.id };
  await relay.call("bulk.create", { choice, target: { kind: "endpoint" }, rate: 5 });
  await expect.poll(async () => (await relay.call("bulk.list"))[0].delivered).toBeGreaterThan(2);
  const again = await relay.restart();
  try {
    await page.goto(again.link);
    await expect(page.getByText(/^A bulk send stopped at \d+ of 40$/)).toBeVisible();
    // On every other screen as well, with the way to it.
    await page.getByRole("link", { name: word("nav-traffic") }).click();
    await page.getByRole("link", { name: word("bulk-details") }).click();
    await expect(page.getByText(word("bulk-state-interrupted"), { exact: true })).toBeVisible();
    await press(page, "bulk-resume");
    await expect.poll(async () => (await again.call("bulk.list"))[0].state).toBe("running");
    await expect(page.getByText(word("bulk-state-running"), { exact: true })).toBeVisible();
  } finally {
    await again.stop();
  }
});
