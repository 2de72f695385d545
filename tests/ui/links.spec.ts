import type { Page } from "@playwright/test";

import { expect, post, sample, test } from "./harness";
import type { Json, Relay } from "./harness";
import { word } from "./words";

/** A website on Chatwoot, and a live chat in ELMA365 whose operators could answer it. */
async function pair(relay: Relay): Promise<{ website: Json; sales: Json }> {
  const website = await relay.call("channel.create", {
    name: "Website",
    platform: "chatwoot",
    apiUrl: "https://chat.example.com",
    token: "secret",
    options: { accountId: 1, inboxId: 2 },
  });
  const sales = await relay.call("channel.create", { name: "Sales", platform: "elma365" });
  return { website, sales };
}

const side = (page: Page, key: string) => page.getByRole("group", { name: word(key) });
const add = (page: Page) => page.getByRole("button", { name: word("links-add") }).first();

test("two channels are joined, and each side offers only those that can be there", async ({ open, relay }) => {
  const { website, sales } = await pair(relay);
  await relay.call("channel.create", { name: "Old site", platform: "userlike" });
  const page = await open("/channels");
  await page.getByRole("link", { name: /^Links/ }).click();
  await expect(page.getByRole("heading", { name: word("links-empty") })).toBeVisible();
  await add(page).click();

  const customers = side(page, "link-customers-title");
  const operators = side(page, "link-operators-title");
  await expect(customers.getByRole("radio", { name: "Sales" })).toBeDisabled();
  await expect(customers).toContainText(word("link-obstacle-elma365") as string);
  await expect(operators.getByRole("radio", { name: "Old site" })).toBeDisabled();
  await expect(operators).toContainText(word("link-obstacle-userlike") as string);

  await customers.getByRole("radio", { name: "Website" }).check();
  await expect(operators.getByRole("radio", { name: "Website" })).toBeDisabled();
  await operators.getByRole("radio", { name: "Sales" }).check();
  await page.getByRole("checkbox", { name: word("link-choice-templates") }).check();
  await page.getByRole("button", { name: word("link-create-button") }).click();

  await expect(page.getByRole("region", { name: word("link-title"), exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: word("links-title") })).toContainText("Customers of Website write to operators of Sales; answers come back.");
  expect(await relay.call("link.list")).toMatchObject([
    { customers: website.id, operators: sales.id, mode: "two-way", choices: { agents: false, templates: true, surveys: false }, paused: false },
  ]);
});

test("what Userlike tells is copied, and nothing else is offered", async ({ open, relay }) => {
  await pair(relay);
  const old = await relay.call("channel.create", { name: "Old site", platform: "userlike" });
  const page = await open("/channels/links?create=true");
  await side(page, "link-customers-title").getByRole("radio", { name: "Old site" }).check();
  await expect(page.getByRole("radio", { name: word("link-mode-two-way") })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: word("link-choice-agents") })).toBeChecked();
  await side(page, "link-operators-title").getByRole("radio", { name: "Sales" }).check();
  await page.getByRole("button", { name: word("link-create-button") }).click();
  await expect.poll(async () => await relay.call("link.list")).toMatchObject([{ customers: old.id, mode: "copy" }]);
});

test("a link made elsewhere appears by itself, is paused, changed, and deleted after a question", async ({ open, relay }) => {
  const { website, sales } = await pair(relay);
  const page = await open("/channels/links");
  await expect(page.getByRole("heading", { name: word("links-empty") })).toBeVisible();
  await relay.call("link.create", { customers: website.id, operators: sales.id });
  const list = page.getByRole("list", { name: word("links-title") });
  await expect(list).toContainText("Customers of Website");

  await list.getByRole("button", { name: word("channel-pause"), exact: true }).click();
  await expect(list).toContainText(word("link-state-paused") as string);
  await expect.poll(async () => (await relay.call("link.list"))[0].paused).toBe(true);

  await list.getByText("Customers of Website").click();
  const pane = page.getByRole("region", { name: word("link-title"), exact: true });
  await pane.getByRole("radio", { name: word("link-mode-copy") }).check();
  await pane.getByRole("button", { name: word("channel-save") }).click();
  await expect(pane).toContainText("What customers of Website write is copied to operators of Sales; nothing comes back.");
  // The form says it before it is saved.
  await expect.poll(async () => (await relay.call("link.list"))[0].mode).toBe("copy");

  await pane.getByRole("button", { name: word("link-menu") }).click();
  await page.getByRole("menuitem", { name: word("link-delete"), exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("Both channels stay, with their chats");
  await question.getByRole("button", { name: word("link-delete-confirm") }).click();
  await expect(page.getByRole("heading", { name: word("links-empty") })).toBeVisible();
  await expect.poll(() => relay.call("link.list")).toEqual([]);
});

test("a link that cannot carry says why", async ({ open, relay }) => {
  const { website, sales } = await pair(relay);
  await relay.call("link.create", { customers: website.id, operators: sales.id });
  const page = await open("/channels/links");
  // ELMA365 has not said hello yet.
  const list = page.getByRole("list", { name: word("links-title") });
  await expect(list).toContainText(word("link-cannot") as string);
  await expect(list).toContainText("does not know the channel “Sales”");
});

test("what a link carries is shown with the message it came from", async ({ open, relay, chatwoot, liveChat }) => {
  await relay.call("link.create", { customers: chatwoot.id, operators: liveChat.channel.id, mode: "copy" });
  const body = sample("chatwoot/webhook.message_created.incoming.json");
  expect(await post(chatwoot.intakeUrl, { ...body, content: "Across the link" })).toBe(200);
  await expect.poll(() => liveChat.received).toMatchObject([{ type: "message", data: { text: "Across the link" } }]);
  const page = await open("/traffic");
  const rows = page.getByRole("grid").getByRole("row").filter({ hasText: "Across the link" });
  await rows.filter({ hasText: word("direction-in") }).click();
  const details = page.getByRole("region", { name: word("exchange-title") });
  await details.getByRole("tab", { name: word("exchange-tab-attempts") }).click();
  await expect(details.getByRole("heading", { name: word("destination-endpoint"), exact: true })).toBeVisible();
  await expect(details.getByRole("heading", { name: "To Sales" })).toBeVisible();
  await expect(details).toContainText("Send the message: answered 200");
  await details.getByRole("tab", { name: word("exchange-tab-message") }).click();
  await expect(details).toContainText("A link carried it to Sales.");
});

test("two channels are joined by keyboard alone", async ({ open, relay }) => {
  await pair(relay);
  const page = await open("/channels/links");
  await add(page).focus();
  await page.keyboard.press("Enter");
  // Of several radios Tab reaches the first that can be chosen; arrows choose.
  await side(page, "link-customers-title").getByRole("radio", { name: "Website" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(side(page, "link-operators-title").getByRole("radio", { name: "Sales" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: word("links-title") })).toContainText("Customers of Website");
});
