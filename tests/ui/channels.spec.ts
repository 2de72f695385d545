import { expect, message, post, test } from "./harness";
import { word } from "./words";

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
  const button = question.getByRole("button", { name: /^Delete channel/ });
  await expect(button).toBeDisabled();
  await question.getByRole("textbox").fill(chatwoot.name);
  await button.click();
  await expect(page.getByText(word("channels-empty"))).toBeVisible();
  await expect.poll(() => relay.call("channel.list")).toEqual([]);
});

test("an own program sends to the address and with the token that the editor shows", async ({ open, relay, chatwoot, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open(`/channels?channel=${encodeURIComponent(JSON.stringify(chatwoot.id))}`);
  const editor = page.getByRole("region", { name: chatwoot.name }).first();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await editor.getByText(word("outbox-title")).click();
  await editor.getByRole("button", { name: word("outbox-copy"), exact: true }).click();
  const address = `${relay.relay}/out/${chatwoot.id}`;
  await expect.poll(copied).toBe(address);
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
  await page.getByRole("dialog").getByRole("button", { name: "Replace the token", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const after = async () => (await relay.call("channel.reveal", { id: chatwoot.id, field: "endpointToken" })).value;
  await expect.poll(after).not.toBe(before);
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
