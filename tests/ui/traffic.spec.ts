import type { Page } from "@playwright/test";

import { expect, message, post, test } from "./harness";
import type { Json } from "./harness";
import { word } from "./words";

function rows(page: Page, text: string) {
  return page.getByRole("grid").getByRole("row").filter({ hasText: text });
}

test("a real request appears live", async ({ open, chatwoot, endpoint }) => {
  const page = await open("/traffic");
  await expect(page.getByRole("grid")).toBeVisible();
  expect(await post(chatwoot.intakeUrl, message("Good morning"))).toBe(200);
  // One row as it came in and one as it went out.
  await expect(rows(page, "Good morning").filter({ hasText: word("state-delivered") })).toHaveCount(2);
  expect(endpoint.received[0].data.message.text).toBe("Good morning");
});

test("a failed delivery is looked at, sent again and delivered", async ({ open, chatwoot, endpoint }) => {
  endpoint.status = 422;
  const page = await open("/traffic");
  await post(chatwoot.intakeUrl, message("Not like this"));
  const failed = rows(page, "Not like this").filter({ hasText: word("direction-in") });
  await expect(failed).toContainText(word("state-failed"));
  await failed.click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await expect(pane).toContainText("Not like this");
  await expect(pane.getByText("422").first()).toBeVisible();
  endpoint.status = 200;
  await pane.getByRole("button", { name: word("action-resend") }).click();
  await expect(failed).toContainText(word("state-delivered"));
  await expect(pane.getByText(word("state-delivered")).first()).toBeVisible();
  await page.keyboard.press("Escape");
  expect(endpoint.received).toHaveLength(4);
});

// In a small window the pane opens below, and covered the row it tells of: a screen reader was led to a row that was not there.
test("the row that was chosen stays in view when its details open below", async ({ open, relay, chatwoot }) => {
  for (let number = 0; number < 12; number += 1) await post(chatwoot.intakeUrl, message(`Number ${number}`));
  await expect.poll(async () => (await relay.call("status.get")).waiting).toBe(0);
  const page = await open("/traffic");
  await page.setViewportSize({ width: 900, height: 600 });
  const grid = page.getByRole("grid");
  const row = grid.getByRole("row").nth(9);
  const id = await row.getAttribute("id");
  await row.click();
  await expect(page.getByRole("region", { name: word("exchange-title"), exact: true })).toBeVisible();
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport({ ratio: 1 });
  await expect(grid).toHaveAttribute("aria-activedescendant", id ?? "none");
});

test("everything that failed is sent again after a question that names how much", async ({ open, chatwoot, endpoint }) => {
  endpoint.status = 422;
  const page = await open("/traffic?state=failed");
  for (const text of ["The first of two", "The second of two"]) {
    await post(chatwoot.intakeUrl, message(text));
    await expect(rows(page, text).first()).toBeVisible();
  }
  endpoint.status = 200;
  const before = endpoint.received.length;
  await page.getByRole("button", { name: word("resend-all"), exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("2 messages were given up");
  await question.getByRole("button", { name: "Send 2 again" }).click();
  await expect(question).toContainText("2 are on their way again");
  await question.getByRole("button", { name: word("action-close") }).last().click();
  await expect.poll(() => endpoint.received.length).toBe(before + 2);
});

test("the live list can be held and goes on", async ({ open, chatwoot }) => {
  const page = await open("/traffic");
  await post(chatwoot.intakeUrl, message("Before"));
  await expect(rows(page, "Before").first()).toBeVisible();
  await page.getByRole("button", { name: word("traffic-pause"), exact: true }).click();
  await post(chatwoot.intakeUrl, message("While held"));
  // The count of what came meanwhile shows that the row has arrived and is held back.
  await expect(page.getByText(/· [1-9]\d* new/).first()).toBeVisible();
  await expect(rows(page, "While held")).toHaveCount(0);
  await page.getByRole("button", { name: word("traffic-resume") }).first().click();
  await expect(rows(page, "While held").first()).toBeVisible();
});

test("filters and search narrow the list and can be cleared", async ({ open, relay, chatwoot, endpoint }) => {
  const other = await relay.call("channel.create", { name: "Sales", platform: "chatwoot", callbackUrl: endpoint.url });
  await post(chatwoot.intakeUrl, message("Alpha wolf"));
  await post(other.intakeUrl, message("Beta fish"));
  const page = await open("/traffic");
  await expect(rows(page, "Alpha wolf").first()).toBeVisible();

  const search = page.getByRole("searchbox", { name: word("traffic-search") });
  await search.fill("beta");
  await expect(rows(page, "Alpha wolf")).toHaveCount(0);
  await expect(rows(page, "Beta fish").first()).toBeVisible();
  await search.fill("nothing has these words");
  await expect(page.getByRole("heading", { name: word("traffic-no-match") })).toBeVisible();
  await page.getByRole("button", { name: word("traffic-clear") }).first().click();
  await expect(rows(page, "Alpha wolf").first()).toBeVisible();

  await page.getByRole("combobox", { name: word("column-channel") }).click();
  await page.getByRole("option", { name: "Sales" }).click();
  await expect(rows(page, "Alpha wolf")).toHaveCount(0);
  await expect(rows(page, "Beta fish").first()).toBeVisible();
  await page.getByRole("button", { name: word("traffic-all"), exact: true }).click();
  await page.getByRole("button", { name: word("state-failed"), exact: true }).click();
  await expect(page.getByRole("heading", { name: word("traffic-no-match") })).toBeVisible();
});

test("a request to an unknown address is assigned to a channel", async ({ open, relay, chatwoot, endpoint }) => {
  await post(`${relay.relay}/in/an-old-key`, message("To the old address"));
  const page = await open("/traffic");
  await page.getByRole("button", { name: word("traffic-unclaimed"), exact: true }).click();
  await page.getByRole("grid").getByRole("row").nth(1).click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await pane.getByRole("combobox", { name: word("accept-channel") }).click();
  await page.getByRole("option", { name: (chatwoot as Json).name }).click();
  await pane.getByRole("button", { name: word("accept-button") }).click();
  await expect(pane.getByText(word("state-delivered")).first()).toBeVisible();
  expect(endpoint.received[0].data.message.text).toBe("To the old address");
});

test("rows are reached and opened by keyboard", async ({ open, chatwoot }) => {
  await post(chatwoot.intakeUrl, message("By keyboard"));
  const page = await open("/traffic");
  await expect(rows(page, "By keyboard").first()).toBeVisible();
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await expect(pane).toContainText("By keyboard");
  await page.keyboard.press("Escape");
  await expect(pane).toHaveCount(0);
});
