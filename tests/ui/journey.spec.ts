import type { Page } from "@playwright/test";

import { expect, message, post, test } from "./harness";
import { word } from "./words";

function steps(page: Page) {
  return page
    .getByRole("list", { name: word("journey-steps") })
    .getByRole("listitem");
}

test("the journey of a message that failed is followed until it arrives", async ({
  open,
  relay,
  chatwoot,
  endpoint,
}) => {
  endpoint.status = 503;
  await relay.call("settings.update", { retryScheduleMs: [60_000] });
  await post(chatwoot.intakeUrl, message("Where is my order?"));
  const page = await open("/traffic");
  const row = page
    .getByRole("grid")
    .getByRole("row")
    .filter({ hasText: "Where is my order?" })
    .filter({ hasText: word("direction-in") });
  await row.click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await pane.getByRole("tab", { name: word("exchange-tab-journey") }).click();
  await expect(
    steps(page).filter({ hasText: "Stored and answered 200" }),
  ).toContainText("Chatwoot waits 5 sec: fine");
  await expect(steps(page).filter({ hasText: /Try 1:/ })).toHaveCount(1);
  // What is to come is there before it comes.
  await expect(
    steps(page).filter({ hasText: /^\D*[\d:.,]*Try 2 of/ }),
  ).toHaveCount(1);

  endpoint.status = 200;
  await pane.getByRole("button", { name: word("action-resend") }).click();
  await expect(
    steps(page).filter({ hasText: word("journey-sent-again") }),
  ).toHaveCount(1);
  await expect(
    pane.getByRole("status").filter({ hasText: /^Delivered to 127\.0\.0\.1/ }),
  ).toBeVisible();
  await pane.getByText("1 that went wrong").click();
  await expect(steps(page)).toHaveCount(1);
});

test("a journey has a page of its own, with the exchanges beside it", async ({
  open,
  chatwoot,
}) => {
  await post(chatwoot.intakeUrl, message("With all the room"));
  const page = await open("/traffic");
  await page
    .getByRole("grid")
    .getByRole("row")
    .filter({ hasText: "With all the room" })
    .filter({ hasText: word("direction-in") })
    .click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await pane.getByRole("tab", { name: word("exchange-tab-journey") }).click();
  await pane.getByRole("link", { name: word("journey-open-wide") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: word("journey-title") }),
  ).toBeVisible();
  const tried = steps(page).filter({ hasText: /Try 1:/ });
  await tried.getByRole("button", { name: word("journey-more") }).click();
  await expect(tried.getByText(/^Where the time went/)).toBeVisible();
  await tried.getByRole("button", { name: word("attempt-show") }).click();
  await expect(
    page.getByRole("region", { name: word("exchange-title") }),
  ).toBeVisible();
  await page.getByRole("region", { name: word("exchange-title") }).getByRole("button", { name: word("action-close") }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: word("journey-save") }).click();
  expect((await download).suggestedFilename()).toMatch(/^journey-.*\.txt$/);
});
