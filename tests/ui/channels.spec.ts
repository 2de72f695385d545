import type { Page } from "@playwright/test";

import { expect, message, post, sample, test } from "./harness";
import { word } from "./words";

const platforms = [
  { platform: "elma365", name: "ELMA365", body: () => sample("elma365/to_messenger.message.json") },
  { platform: "chatwoot", name: "Chatwoot", body: () => message("Hello") },
  { platform: "userlike", name: "Userlike", body: () => sample("userlike/inferred_um.chat_session_message_received.json") },
] as const;

function form(page: Page) {
  return page.getByRole("region", { name: word("channel-create-title") });
}

async function create(page: Page, platform: string, name: string, callback = "") {
  await page.getByRole("button", { name: word("channels-add") }).first().click();
  await form(page).getByRole("radio", { name: platform }).check();
  await form(page).getByRole("textbox", { name: word("field-name"), exact: true }).fill(name);
  await form(page).getByRole("textbox", { name: word("field-callback-url") }).fill(callback);
  await form(page).getByRole("button", { name: word("channel-create-button") }).click();
}

for (const { platform, name, body } of platforms) {
  test(`a channel of ${name} is created, its address copied, and a real request to it arrives`, async ({ open, relay, endpoint, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await open("/channels");
    await page.getByRole("button", { name: word("channels-add") }).first().click();
    await form(page).getByRole("radio", { name }).check();
    await form(page).getByRole("textbox", { name: word("field-name"), exact: true }).fill(`My ${name}`);
    if (platform === "elma365") await form(page).getByRole("textbox", { name: word("token-elma365") }).fill("confirm");
    await form(page).getByRole("textbox", { name: word("field-callback-url") }).fill(endpoint.url);
    await form(page).getByRole("button", { name: word("channel-create-button") }).click();

    const editor = page.getByRole("region", { name: `My ${name}` }).first();
    await editor.getByRole("button", { name: word("address-copy") }).click();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toMatch(new RegExp(`^${relay.relay}/in/.{20,}$`));
    // There is no public address, and the page says what that means.
    await expect(editor.getByRole("link", { name: word("address-set-public") })).toBeVisible();

    expect(await post(address, body())).toBe(200);
    await expect(page.getByRole("row", { name: `My ${name}` })).toContainText(/Working/);
    await expect.poll(() => endpoint.received.length).toBeGreaterThan(0);
  });
}

test("what is typed wrong is told beside the field", async ({ open, relay, chatwoot }) => {
  const page = await open("/channels");
  const said = (field: string) => form(page).getByRole("textbox", { name: word(field), exact: true });
  await create(page, "Chatwoot", chatwoot.name);
  await expect(said("field-name")).toHaveAttribute("aria-invalid", "true");
  await expect(form(page)).toContainText(`A channel named “${chatwoot.name}” exists already.`);

  await said("field-name").fill("Another");
  await said("field-callback-url").fill(chatwoot.intakeUrl);
  await form(page).getByRole("button", { name: word("channel-create-button") }).click();
  await expect(form(page)).toContainText("messages would go in a circle");

  await said("field-callback-url").fill("crm.example.com/hooks");
  await form(page).getByRole("button", { name: word("channel-create-button") }).click();
  const editor = page.getByRole("region", { name: "Another" }).first();
  await expect(editor).toContainText("We put https:// in front of the address.");
  expect((await relay.call("channel.list")).at(-1).callbackUrl).toBe("https://crm.example.com/hooks");
});

test("a pasted dashboard address fills the numbers in", async ({ open }) => {
  const page = await open("/channels");
  await page.getByRole("button", { name: word("channels-add") }).first().click();
  await form(page).getByRole("radio", { name: "Chatwoot" }).check();
  await form(page).getByRole("textbox", { name: word("field-name"), exact: true }).fill("Pasted");
  await form(page).getByRole("textbox", { name: word("field-api-url") }).fill("https://chat.example.com/app/accounts/12/inbox/34");
  await form(page).getByRole("button", { name: word("channel-create-button") }).click();
  const editor = page.getByRole("region", { name: "Pasted" }).first();
  await expect(editor).toContainText(/account is number 12, the inbox is number 34/);
});

test("a channel is paused and goes on", async ({ open, chatwoot, endpoint }) => {
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  await editor.getByRole("button", { name: word("channel-pause"), exact: true }).click();
  await expect(editor).toContainText(/Paused/);
  expect(await post(chatwoot.intakeUrl, message("Patience"))).toBe(200);
  await expect(page.getByRole("row", { name: chatwoot.name })).toContainText("1");
  expect(endpoint.received).toEqual([]);
  await editor.getByRole("button", { name: word("channel-resume"), exact: true }).click();
  await expect.poll(() => endpoint.received.length).toBe(1);
});

test("a channel with history is deleted only by its name", async ({ open, relay, chatwoot }) => {
  await post(chatwoot.intakeUrl, message("History"));
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  // The time of the last message shows that the page knows of the history.
  await expect(page.getByRole("row", { name: chatwoot.name })).not.toContainText(word("channel-no-message"));
  await editor.getByRole("button", { name: word("channel-menu") }).click();
  await page.getByRole("menuitem", { name: word("channel-delete") }).click();
  const question = page.getByRole("dialog");
  const button = question.getByRole("button", { name: word("channel-delete-confirm") });
  await expect(button).toBeDisabled();
  await question.getByRole("textbox").fill(chatwoot.name);
  await button.click();
  await expect(page.getByText(word("channels-empty"))).toBeVisible();
  expect(await relay.call("channel.list")).toEqual([]);
});

test("a channel is created by keyboard alone", async ({ open, relay }) => {
  const page = await open();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  const tabTo = async (label: string) => {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      if ((await focused()).trim().startsWith(label)) return;
    }
    throw new Error(`Tab never reached ${label}`);
  };
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(word("channels-add") as string);
  await page.keyboard.press("Enter");
  await expect(form(page)).toBeVisible();
  await tabTo("ELMA365");
  await page.keyboard.press("ArrowDown");
  await expect(form(page).getByRole("radio", { name: "Chatwoot" })).toBeChecked();
  await tabTo(word("field-name") as string);
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "By keyboard" }).first()).toBeVisible();
  expect((await relay.call("channel.list"))[0]).toMatchObject({ name: "By keyboard", platform: "chatwoot" });
});

test("an own program sends to the address and with the token that the editor shows", async ({ open, relay, chatwoot, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await editor.getByText(word("outbox-title")).click();
  await editor.getByRole("button", { name: word("outbox-copy"), exact: true }).click();
  const address = await copied();
  expect(address).toBe(`${relay.relay}/out/${chatwoot.id}`);
  await editor.getByRole("button", { name: `Copy: ${word("rotate-endpoint-token")}` }).click();
  await expect.poll(copied).not.toBe(address);
  const token = await copied();
  await editor.getByRole("button", { name: word("outbox-copy-example") }).click();
  await expect.poll(copied).toContain("curl -X POST");
  const example = await copied();
  expect(example).not.toContain(token);

  // What the example says, said by a program.
  const body = /-d '(.*)'$/.exec(example)?.[1] ?? "";
  const send = (bearer: string) =>
    fetch(address, { method: "POST", headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" }, body });
  expect((await send("TOKEN")).status).toBe(401);
  expect((await send(token)).status).toBe(202);
  await page.getByRole("link", { name: word("nav-traffic") }).click();
  const row = page.getByRole("grid").getByRole("row").filter({ hasText: word("source-endpoint") as string });
  await expect(row.filter({ hasText: "Hello, where is my order?" })).toContainText(word("event-message-received") as string);
});

test("the editor says what a platform takes, leads to the description for programs, and replaces the token", async ({ open, relay, chatwoot }) => {
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  await editor.getByText(word("outbox-title")).click();
  const table = editor.getByRole("table", { name: word("outbox-kinds") });
  await expect(table.getByRole("row", { name: /userInfo/ })).toContainText(word("outbox-not-taken") as string);
  const description = await editor.getByRole("link", { name: word("outbox-openapi") }).getAttribute("href");
  expect((await (await fetch(description ?? "")).json()).openapi).toMatch(/^3\.1/);

  const before = (await relay.call("channel.reveal", { id: chatwoot.id, field: "endpointToken" })).value;
  const field = page.getByRole("textbox", { name: word("rotate-endpoint-token") });
  await expect(field).not.toHaveValue(before);
  await editor.locator(".mantine-TextInput-root").filter({ has: field }).getByRole("button", { name: word("secret-replace") }).click();
  await page.getByRole("dialog").getByRole("button", { name: word("rotate-confirm") }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await relay.call("channel.reveal", { id: chatwoot.id, field: "endpointToken" })).value).not.toBe(before);
});

test("the editor of a Userlike channel says that it cannot be answered", async ({ open, relay }) => {
  const channel = await relay.call("channel.create", { name: "Old site", platform: "userlike" });
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(channel.id))}`);
  await page.getByText(word("outbox-title")).click();
  await expect(page.getByText(word("outbox-userlike"))).toBeVisible();
});

test("a channel of ELMA365 is ended there only after a question that says what it ends", async ({ open, liveChat }) => {
  const { id, name } = liveChat.channel;
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(id))}`);
  const editor = page.getByRole("region", { name }).first();
  await editor.getByRole("button", { name: word("channel-menu") }).click();
  await page.getByRole("menuitem", { name: word("channel-disconnect"), exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("this whole channel has ended, with every chat in it");
  expect(liveChat.received).toEqual([]);
  await question.getByRole("button", { name: word("channel-disconnect"), exact: true }).click();
  await expect.poll(() => liveChat.received.map(({ type }) => type)).toEqual(["disconnect"]);
  await expect(editor).toContainText(word("channel-state-disconnected") as string);
});
