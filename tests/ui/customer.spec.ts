import type { Page } from "@playwright/test";

import { expect, test } from "./harness";
import type { LiveChat } from "./harness";
import { word } from "./words";

const pane = (page: Page) => page.getByRole("region", { name: word("customer-title") });
const log = (page: Page) => page.getByRole("log", { name: word("customer-messages") });
const box = (page: Page) => page.getByRole("textbox", { name: word("customer-write") });

/** Reads what is told beforehand, and begins. */
async function begin(page: Page) {
  await expect(pane(page)).toContainText(word("customer-notice") as string);
  await expect(box(page)).toHaveCount(0);
  await page.getByRole("button", { name: word("customer-start") }).click();
  await expect(box(page)).toBeFocused();
}

/** Writes, and gives the chat's key as the platform got it. */
async function write(page: Page, chat: LiveChat, text: string): Promise<string> {
  const before = chat.received.length;
  await box(page).fill(text);
  await page.keyboard.press("Enter");
  await expect.poll(() => chat.received.length).toBe(before + 1);
  return chat.received[before].data.externalChatId;
}

test("a customer is played: the platform gets the message, and the operator's answer appears by itself", async ({ open, liveChat }) => {
  const page = await open(`/channels/${liveChat.channel.id}/customer`);
  await begin(page);
  await box(page).fill("First line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("second line");
  await page.keyboard.press("Enter");
  await expect.poll(() => liveChat.received.length).toBe(1);
  expect(liveChat.received[0]).toMatchObject({ type: "message", data: { text: "First line\nsecond line" } });
  await expect(box(page)).toHaveValue("");
  await expect(log(page)).toContainText(word("state-delivered") as string);

  await liveChat.write(liveChat.received[0].data.externalChatId, "Hello, I am Olga. <img src=x onerror=alert(1)>");
  await expect(log(page)).toContainText("Hello, I am Olga. <img src=x onerror=alert(1)>");
  await expect(log(page).locator("img")).toHaveCount(0);
  // Told once a visit.
  await expect(page.getByRole("button", { name: word("customer-start") })).toHaveCount(0);
});

test("a file goes to the platform under an address of the relay, and can be fetched from the chat", async ({ open, relay, liveChat }) => {
  const page = await open(`/channels/${liveChat.channel.id}/customer`);
  await begin(page);
  await page.locator("input[type=file]").setInputFiles([{ name: "order 1042.txt", mimeType: "text/plain", buffer: Buffer.from("two of the blue ones") }]);
  await expect(page.getByRole("list", { name: word("customer-files") })).toContainText("order 1042.txt");
  await page.getByRole("button", { name: word("customer-send"), exact: true }).click();
  await expect.poll(() => liveChat.received.length).toBe(1);
  const [file] = liveChat.received[0].data.files;
  expect(file.URL).toContain(`${relay.relay}/file/`);
  const got = await fetch(file.URL);
  expect(await got.text()).toBe("two of the blue ones");
  expect(got.headers.get("content-disposition")).toContain("attachment");

  const link = log(page).getByRole("link", { name: "order 1042.txt" });
  await expect(link).toHaveAttribute("rel", /noopener/);
  const asked = page.context().waitForEvent("request", (request) => request.url().includes("/file/"));
  await link.click();
  // It is fetched apart from the console, which stays where it was.
  expect((await asked).headers()["referer"]).toBeUndefined();
  await expect(log(page)).toContainText("order 1042.txt");
});

test("a message that does not arrive says why, and leads to its row in the log", async ({ open, liveChat }) => {
  liveChat.status = 400;
  const page = await open(`/channels/${liveChat.channel.id}/customer`);
  await begin(page);
  await box(page).fill("Not like this");
  await page.keyboard.press("Enter");
  await expect(log(page)).toContainText(word("state-failed") as string);
  await expect(log(page)).toContainText(/did not accept/);
  await log(page).getByRole("link", { name: word("customer-in-traffic") }).click();
  const details = page.getByRole("region", { name: word("exchange-title") });
  await expect(details).toContainText("Not like this");
  await expect(details).toContainText(word("source-screen") as string);
  await details.getByRole("tab", { name: word("exchange-tab-attempts") }).click();
  await expect(details).toContainText("Send the message");
});

test("the chat is cleaned up, and the next one is another to the platform", async ({ open, liveChat }) => {
  const page = await open(`/channels/${liveChat.channel.id}/customer`);
  await begin(page);
  const first = await write(page, liveChat, "One");
  expect(await write(page, liveChat, "Two")).toBe(first);
  await page.getByRole("button", { name: word("customer-clean"), exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("ELMA365 keeps what was written");
  await question.getByRole("button", { name: word("customer-clean"), exact: true }).click();
  await expect(pane(page)).toContainText(word("customer-empty") as string);
  expect(await write(page, liveChat, "Three")).not.toBe(first);
  // Nothing was ended there for everybody.
  expect(liveChat.received.map(({ type }) => type)).toEqual(["message", "message", "message"]);
});

test("where nobody can write, the box says why", async ({ open, relay }) => {
  const userlike = await relay.call("channel.create", { name: "Old site", platform: "userlike" });
  const elma = await relay.call("channel.create", { name: "Not yet", platform: "elma365" });
  const page = await open(`/channels/${userlike.id}/customer`);
  await expect(pane(page)).toContainText(word("outbox-userlike") as string);
  await page.evaluate((to) => (window.location.hash = to), `/channels/${elma.id}/customer`);
  await expect(pane(page).getByRole("alert")).toContainText("is not connected");
  await expect(page.getByRole("button", { name: word("customer-start") })).toHaveCount(0);
});

test("the practice customer is reached from the channel, by keyboard too, and left with Escape", async ({ open, chatwoot }) => {
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  await editor.getByRole("button", { name: word("channel-menu") }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: word("channel-try") }).press("Enter");
  await expect(pane(page)).toBeVisible();
  await pane(page).getByRole("button", { name: word("action-close") }).focus();
  await page.keyboard.press("Escape");
  await expect(editor).toBeVisible();
});

test("in a small window the chat has all the room", async ({ open, liveChat }) => {
  const page = await open(`/channels/${liveChat.channel.id}/customer`);
  await page.setViewportSize({ width: 900, height: 600 });
  await begin(page);
  await write(page, liveChat, "Small");
  await expect(log(page).getByText("Small")).toBeInViewport();
  await expect(box(page)).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
});
