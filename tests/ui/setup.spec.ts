/** The wizard: each platform from its card to the first real message, by mouse and by keyboard, left and taken up again. */
import type { Page } from "@playwright/test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, message, post, sample, test as base, tab } from "./harness";
import type { Json } from "./harness";
import { word } from "./words";

/** A Chatwoot as far as setting a channel up needs one: an account, its inboxes, and where they send to. */
class Desk {
  inboxes: Json[] = [
    { id: 4, name: "Our site", channel_type: "Channel::WebWidget" },
    { id: 7, name: "Support", channel_type: "Channel::Api", webhook_url: "https://old.example/x", inbox_identifier: "abc" },
  ];
  role = "administrator";

  constructor(
    readonly url: string,
    readonly stop: () => void,
  ) {}

  static async start(): Promise<Desk> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (data) => (body += data));
      request.on("end", () => {
        const { status, answer } = desk.answer(request.method ?? "", request.url ?? "", request.headers, body);
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const desk = new Desk(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => {
      server.closeAllConnections();
      server.close();
    });
    return desk;
  }

  answer(method: string, path: string, headers: Json, body: string): { status: number; answer: Json } {
    if (headers["api_access_token"] !== "the-token") return { status: 401, answer: { error: "Invalid Access Token" } };
    const ok = (answer: Json) => ({ status: 200, answer });
    if (path === "/api/v1/profile") return ok({ id: 1, name: "Olga", accounts: [{ id: 3, name: "Example", role: this.role }] });
    const [, id] = /^\/api\/v1\/accounts\/3\/inboxes(?:\/(\d+))?$/.exec(path) ?? [];
    const inbox = this.inboxes.find((one) => String(one.id) === id);
    if (method === "POST") {
      const { name, channel } = JSON.parse(body);
      const made = { id: 20, name, channel_type: "Channel::Api", webhook_url: channel.webhook_url, inbox_identifier: "new" };
      this.inboxes.push(made);
      return ok(made);
    }
    if (method === "PATCH" && inbox) {
      inbox.webhook_url = JSON.parse(body).channel.webhook_url;
      return ok(inbox);
    }
    if (inbox) return ok(inbox);
    if (path.endsWith("/inboxes")) return ok({ payload: this.inboxes });
    return { status: 404, answer: { error: "Resource could not be found" } };
  }
}

const test = base.extend<{ desk: Desk }>({
  desk: async ({}, use) => {
    const desk = await Desk.start();
    await use(desk);
    desk.stop();
  },
});

const button = (page: Page, key: string) => page.getByRole("button", { name: word(key), exact: true });
const next = (page: Page) => button(page, "setup-next").click();

async function at(page: Page, step: number) {
  await expect(page.getByText(`Step ${step} of 4`)).toBeVisible();
}

/** From an empty Home to step 2 of this platform. */
async function begin(page: Page, platform: RegExp) {
  await page.getByRole("button", { name: word("channels-add") }).first().click();
  await at(page, 1);
  await page.getByRole("radio", { name: platform }).check();
  await next(page);
  await at(page, 2);
}

test("the demo delivers its first message after one click", async ({ open }) => {
  const page = await open();
  await button(page, "welcome-demo").click();
  await page.getByRole("link", { name: word("nav-traffic") }).click();
  await expect(page.getByRole("grid").getByText(word("state-delivered")).first()).toBeVisible();
});

test("a channel of ELMA365 waits for the hello and shows the first message", async ({ open, relay, endpoint, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open();
  await begin(page, /ELMA365/);
  await next(page);
  await at(page, 3);
  await page.getByRole("textbox", { name: word("setup-endpoint-address") }).fill(endpoint.url.replace("http://", ""));
  await page.keyboard.press("Tab");
  await expect(page.getByText("We put http:// in front of the address.")).toBeVisible();
  await expect(page.getByText(new RegExp(`^${word("check-answer")} \\(`))).toBeVisible();
  await next(page);
  await at(page, 4);
  const waiting = page.getByRole("region", { name: word("setup-waiting-title") });
  await expect(waiting).toContainText("Waiting for ELMA365 to say hello");
  await expect(page.getByRole("note").filter({ hasText: "works only from this computer" })).toBeVisible();
  await button(page, "address-copy").click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^http/);
  const address = await copied();
  await page.getByRole("button", { name: `Copy: ${word("token-elma365")}` }).click();
  await expect.poll(copied).not.toBe(address);
  const token = await copied();

  // Another string than the one shown is refused, and the screen says so.
  expect(await post(address, { ...sample("elma365/to_messenger.connect.json"), token: "other" })).toBe(401);
  await expect(waiting.getByRole("alert")).toContainText("was refused");
  expect(await post(address, { ...sample("elma365/to_messenger.connect.json"), token })).toBe(200);
  await expect(waiting).toContainText(/ELMA365 said hello at/);
  const body = sample("elma365/to_messenger.message.json");
  expect(await post(address, { ...body, token, channelId: sample("elma365/to_messenger.connect.json").channelId, data: { ...body.data, text: "Good morning" } })).toBe(200);
  await expect(waiting).toContainText("The first message is here");
  await expect(waiting).toContainText("Good morning");
  const [channel] = await relay.call("channel.list");
  expect(channel.options.channelId).toBeTruthy();
  await expect.poll(async () => (await relay.call("setup.list")).length).toBe(0);
  await button(page, "setup-finish").click();
  await expect(page.getByRole("region", { name: channel.name }).first()).toBeVisible();
});

test("a channel of Chatwoot needs an address and a token, and its inbox is pointed here with one press", async ({ open, relay, desk }) => {
  const page = await open();
  await begin(page, /Chatwoot/);
  await page.getByRole("textbox", { name: word("setup-address-of") }).fill(`${desk.url}/app/accounts/3/dashboard`);
  await page.getByLabel(word("token-chatwoot")).fill("wrong");
  await button(page, "setup-look").click();
  await expect(page.getByRole("alert")).toContainText("does not accept this token");
  await page.getByLabel(word("token-chatwoot")).fill(" the-token ");
  await button(page, "setup-look").click();
  await expect(page.getByText(/^Signed in at .* as Olga\.$/)).toBeVisible();
  await expect(page.getByRole("radio", { name: /Our site/ })).toBeDisabled();
  await next(page);
  await expect(page.getByText(word("setup-hint-inbox"))).toBeVisible();
  await page.getByRole("radio", { name: /Support/ }).check();
  await next(page);
  await at(page, 3);
  await page.getByRole("radio", { name: /I have none yet/ }).check();
  await next(page);
  await at(page, 4);
  const [channel] = await relay.call("channel.list");
  expect(channel).toMatchObject({ name: "Support", apiUrl: desk.url, options: { accountId: 3, inboxId: 7, inboxIdentifier: "abc" } });
  await button(page, "setup-webhook-set").click();
  await expect(page.getByText("The inbox “Support” sends to this channel.")).toBeVisible();
  expect(desk.inboxes[1]?.webhook_url).toBe(channel.intakeUrl);
  await button(page, "setup-webhook-undo").click();
  await expect.poll(() => desk.inboxes[1]?.webhook_url).toBe("https://old.example/x");
  expect(await post(channel.intakeUrl, message("From the inbox"))).toBe(200);
  await expect(page.getByRole("region", { name: word("setup-waiting-title") })).toContainText("From the inbox");
});

test("a new inbox is made at the Chatwoot", async ({ open, relay, desk }) => {
  const page = await open();
  await begin(page, /Chatwoot/);
  await page.getByRole("textbox", { name: word("setup-address-of") }).fill(desk.url);
  await page.getByLabel(word("token-chatwoot")).fill("the-token");
  await button(page, "setup-look").click();
  await page.getByRole("radio", { name: word("setup-inbox-new") }).check();
  await page.getByRole("textbox", { name: word("setup-inbox-name") }).fill("Fresh");
  await next(page);
  await at(page, 3);
  const [channel] = await relay.call("channel.list");
  expect(desk.inboxes.at(-1)).toMatchObject({ name: "Fresh", webhook_url: channel.intakeUrl });
  // Back keeps everything and makes nothing twice.
  await button(page, "setup-back").click();
  await expect(page.getByRole("radio", { name: /Fresh/ })).toBeChecked();
  await next(page);
  await at(page, 3);
  expect(desk.inboxes).toHaveLength(3);
  expect(await relay.call("channel.list")).toHaveLength(1);
});

test("a channel of Userlike gets a secret header and the names of its events, by keyboard alone", async ({ open, relay }) => {
  // So many steps take their time.
  test.slow();
  const page = await open();
  const tabTo = (label: string) => tab(page, label);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(word("channels-add") as string);
  await page.keyboard.press("Enter");
  await at(page, 1);
  await expect(page.getByRole("radio", { name: /ELMA365/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /Userlike/ })).toBeChecked();
  await page.keyboard.press("Enter");
  await at(page, 2);
  await tabTo(word("field-name") as string);
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await at(page, 3);
  await tabTo(word("setup-endpoint-own") as string);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await at(page, 4);
  const [channel] = await relay.call("channel.list");
  expect(channel).toMatchObject({ name: "By keyboard", platform: "userlike", options: { secretHeader: "x-switchboard-secret" } });
  await tabTo("The 16 events");
  await page.keyboard.press("Enter");
  await expect(page.getByText("chat_session.start")).toBeVisible();
  const { value } = await relay.call("channel.reveal", { id: channel.id, field: "token" });
  const body = sample("userlike/inferred_um.chat_session_message_received.json");
  const headers = { "content-type": "application/json", "x-switchboard-secret": value };
  expect((await fetch(channel.intakeUrl, { method: "POST", headers, body: JSON.stringify(body) })).status).toBe(200);
  await expect(page.getByRole("region", { name: word("setup-waiting-title") })).toContainText("The first message is here");
  await tabTo(word("setup-finish") as string);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "By keyboard" }).first()).toBeVisible();
});

test("it can be left and taken up again", async ({ open, relay }) => {
  // So many steps take their time.
  test.slow();
  const page = await open();
  await begin(page, /Userlike/);
  await next(page);
  await at(page, 3);
  await page.getByRole("radio", { name: /I have none yet/ }).check();
  await next(page);
  await at(page, 4);
  await button(page, "setup-later").click();
  await page.getByRole("button", { name: "Finish setting up Userlike" }).click();
  await at(page, 4);
  await button(page, "setup-back").click();
  await expect(page.getByRole("radio", { name: /I have none yet/ })).toBeChecked();
  await expect.poll(async () => (await relay.call("setup.list"))[0]?.step).toBe(3);
  await page.reload();
  await at(page, 3);
});

test("the relay as endpoint is told beside the field, and what cannot be reached does not keep one here", async ({ open, relay }) => {
  const page = await open();
  await begin(page, /Userlike/);
  await next(page);
  await at(page, 3);
  const field = page.getByRole("textbox", { name: word("setup-endpoint-address") });
  await next(page);
  await expect(page.getByText(word("setup-hint-endpoint"))).toBeVisible();
  await field.fill(`${relay.relay}/in/x`);
  await page.keyboard.press("Tab");
  await expect(page.getByText(/messages would go in a circle/)).toBeVisible();
  await field.fill("nothing.invalid/hook");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("https://nothing.invalid/hook");
  await expect(page.getByText("We cannot find nothing.invalid.")).toBeVisible();
  await expect(page.getByText(word("setup-endpoint-anyway"))).toBeVisible();
  await next(page);
  await at(page, 4);
});
