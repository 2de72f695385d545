import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, message, post, test } from "./harness";
import type { Json } from "./harness";
import { word } from "./words";

/** An agent's message in a conversation of its own, with a contact of its own. */
function said(text: string, conversation: number, who = "Ada Example", more: Json = {}): Json {
  const body = message(text, `chat${conversation}`);
  body.conversation.id = conversation;
  body.conversation.meta.sender = { ...body.conversation.meta.sender, id: 500 + conversation, name: who, identifier: `crm-${conversation}` };
  body.conversation.contact_inbox.contact_id = 500 + conversation;
  return { ...body, ...more };
}

function rows(page: Page, text: string | RegExp) {
  return page.getByRole("grid").getByRole("row").filter({ hasText: text });
}

const pane = (page: Page) => page.getByRole("region", { name: word("conversation-title"), exact: true });

test("a conversation is listed as soon as something is said, opened, and followed", async ({ open, chatwoot }) => {
  const page = await open("/conversations");
  await expect(page.getByRole("heading", { name: word("conversations-empty") })).toBeVisible();
  await post(chatwoot.intakeUrl, said("Good morning", 71));
  await expect(rows(page, "Good morning")).toContainText("Ada Example");
  await rows(page, "Good morning").click();
  await expect(pane(page).getByRole("log")).toContainText("Good morning");
  await post(chatwoot.intakeUrl, said("Are you still there?", 71));
  await expect(pane(page).getByRole("log")).toContainText("Are you still there?");
  await expect(rows(page, "Are you still there?")).toHaveCount(1);
  // From a line to its journey.
  await pane(page).getByRole("link", { name: word("conversation-journey") }).first().click();
  await expect(page.getByRole("list", { name: word("journey-steps") })).toContainText("Stored and answered 200");
});

test("the list is searched and narrowed, and a view of it is saved", async ({ open, chatwoot, relay }) => {
  await post(chatwoot.intakeUrl, said("Where is the blue bicycle?", 71, "Ada Example"));
  await post(chatwoot.intakeUrl, said("The invoice is wrong", 72, "Boris Example"));
  const page = await open("/conversations");
  await expect(rows(page, "Boris Example")).toHaveCount(1);
  const search = page.getByRole("searchbox", { name: word("conversations-search") });
  await search.fill("bicycle");
  await expect(rows(page, "Boris Example")).toHaveCount(0);
  await expect(rows(page, "Ada Example")).toHaveCount(1);
  await search.fill("Boris");
  await expect(rows(page, "The invoice is wrong")).toHaveCount(1);
  await page.getByRole("button", { name: word("views-title") }).click();
  await page.getByRole("menuitem", { name: word("views-save") }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Boris alone");
  await page.getByRole("dialog").getByRole("button", { name: word("views-save-button") }).click();
  await expect(page.getByRole("button", { name: "Boris alone" })).toBeVisible();
  await page.getByRole("button", { name: word("conversations-all"), exact: true }).click();
  await expect(rows(page, "Ada Example")).toHaveCount(1);
  await page.getByRole("button", { name: word("views-title") }).click();
  await page.getByRole("menuitem", { name: "Boris alone" }).click();
  await expect(rows(page, "Ada Example")).toHaveCount(0);
  await expect.poll(async () => (await relay.call("view.list"))[0]).toMatchObject({ name: "Boris alone", filter: { text: "Boris" } });
  await search.fill("nothing has these words");
  await expect(page.getByRole("heading", { name: word("conversations-no-match") })).toBeVisible();
  await page.getByRole("button", { name: word("conversations-clear") }).click();
  await expect(rows(page, "Ada Example")).toHaveCount(1);
});

test("what failed is found, gone to, and sent again", async ({ open, chatwoot, endpoint }) => {
  endpoint.status = 422;
  await post(chatwoot.intakeUrl, said("Not like this", 71));
  const page = await open("/conversations");
  await page.getByRole("button", { name: word("conversations-failed"), exact: true }).click();
  await rows(page, "Not like this").click();
  await pane(page).getByRole("button", { name: /Next failure/ }).click();
  const found = pane(page).locator("[data-found]");
  await expect(found).toContainText("422");
  endpoint.status = 200;
  await found.getByRole("button", { name: word("action-resend") }).click();
  await expect(pane(page).getByRole("log").getByRole("button", { name: word("action-resend") })).toHaveCount(0);
  await expect(pane(page).getByRole("log")).toContainText(word("state-delivered"));
});

test("private notes are marked, and where nobody can answer the pane says so", async ({ open, chatwoot, liveChat }) => {
  await post(chatwoot.intakeUrl, said("Between us", 71, "Ada Example", { private: true }));
  await liveChat.write("chat-of-elma", "Written by an operator");
  const page = await open("/conversations");
  await rows(page, "Between us").click();
  await expect(pane(page).getByRole("figure")).toContainText(word("conversation-note") as string);
  // It has no token yet, and so nobody can answer: the reason is the engine's.
  await expect(pane(page)).toContainText(word("reply-impossible") as string);
  await rows(page, "Written by an operator").click();
  await expect(pane(page).getByText(word("reply-none"))).toBeVisible();
  await expect(pane(page).getByRole("textbox")).toHaveCount(0);
});

test("conversations are chosen by keyboard and handed over to bulk sends", async ({ open, chatwoot }) => {
  for (const conversation of [71, 72, 73]) await post(chatwoot.intakeUrl, said("Choose me", conversation));
  const page = await open("/conversations");
  await expect(rows(page, "Choose me")).toHaveCount(3);
  await page.getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("region", { name: word("conversations-actions") });
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText("3 selected");
  await bar.getByRole("button", { name: word("send-in-bulk") }).click();
  await expect(page).toHaveURL(/#\/bulk\?create=true/);
});

test("a conversation is sent to the endpoint, flagged and unflagged", async ({ open, chatwoot, endpoint }) => {
  await post(chatwoot.intakeUrl, said("Send me whole", 71));
  const page = await open("/conversations");
  await rows(page, "Send me whole").click();
  const send = async (when: string) => {
    await pane(page).getByRole("button", { name: word("send-button") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: word(when) }).check();
    await dialog.locator("button[type=submit]").click();
    await expect(dialog.getByRole("status")).toContainText("1 conversation");
    await dialog.getByRole("button", { name: word("action-close") }).last().click();
  };
  await send("send-when-now");
  await expect.poll(() => endpoint.received.map((body) => body.type)).toContain("conversation.snapshot");
  await send("send-when-ended");
  await expect(page.getByRole("grid")).toContainText(word("flag-ended") as string);
  await pane(page).getByRole("button", { name: word("flag-remove") }).click();
  await expect(page.getByRole("grid")).not.toContainText(word("flag-ended") as string);
});

test("the list and a conversation can be read and used by everybody, in both themes and in a small window", async ({ open, chatwoot, relay, endpoint }) => {
  test.slow();
  endpoint.status = 422;
  for (const conversation of [71, 72]) await post(chatwoot.intakeUrl, said("Seen by axe", conversation));
  const page = await open("/conversations");
  for (const theme of ["light", "dark"]) {
    await relay.call("settings.update", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
    const look = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(bad.map(({ id, nodes }) => `${name}, ${theme}: ${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
    };
    await expect(rows(page, "Seen by axe")).toHaveCount(2);
    await rows(page, "Seen by axe").first().getByRole("checkbox").check();
    await look("the list");
    await rows(page, "Seen by axe").first().click();
    await expect(pane(page).getByRole("log")).toContainText("Seen by axe");
    await look("a conversation");
    await pane(page).getByText(word("conversation-contact"), { exact: true }).click();
    await expect(pane(page)).toContainText("crm-7");
    await look("its contact");
    await pane(page).getByRole("button", { name: word("action-close") }).click();
    await rows(page, "Seen by axe").first().getByRole("checkbox").uncheck();
  }
  await page.setViewportSize({ width: 900, height: 600 });
  await expect(rows(page, "Seen by axe").first()).toBeVisible();
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  await expect.poll(size).toEqual([900, 600]);
});
