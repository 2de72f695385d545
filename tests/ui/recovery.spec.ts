/** Data that does not open: the screen says so, and leads back to work without losing what was there. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";

import { expect, message, post, test } from "./harness";
import { word } from "./words";

/** Leaves no database in the place of the journal. */
function spoil(data: string): void {
  for (const ending of ["-wal", "-shm"]) rmSync(join(data, `journal.db${ending}`), { force: true });
  writeFileSync(join(data, "journal.db"), "This is no database, and longer than the head of one.");
}

test("damaged data is told in words and goes back to the last backup by keyboard alone", async ({ relay, chatwoot, page }) => {
  await post(chatwoot.intakeUrl, message("Kept"));
  await relay.call("backup.now");
  const broken = await relay.restart(spoil);
  try {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const viewport of [{ width: 1280, height: 800 }, { width: 900, height: 600 }]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await page.goto(broken.link);
        await expect(page.getByRole("heading", { name: word("error-db-02") })).toBeVisible();
        await expect(page.getByRole("button", { name: word("recovery-rescue-button"), exact: true })).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        expect(wider, "nothing is cut off at the side").toBe(false);
      }
    }
    const restore = page.getByRole("button", { name: word("recovery-restore-button") });
    await restore.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: word("recovery-done") })).toBeVisible();
    await page.getByRole("button", { name: word("recovery-open") }).press("Enter");
    await expect(page.getByRole("heading", { name: word("home-title"), exact: true })).toBeVisible();
    await expect(page.getByText("Support").first()).toBeVisible();
  } finally {
    await broken.stop();
  }
});

test("starting fresh asks first, and says where the old data is", async ({ relay, chatwoot, page }) => {
  expect(chatwoot.name).toBe("Support");
  const broken = await relay.restart(spoil);
  try {
    await page.goto(broken.link);
    await expect(page.getByText(word("recovery-no-backup"))).toBeVisible();
    await page.getByRole("button", { name: word("recovery-fresh-button") }).click();
    const question = page.getByRole("dialog");
    await question.getByRole("button", { name: word("recovery-fresh-keep") }).click();
    await expect(question).toBeHidden();
    await page.getByRole("button", { name: word("recovery-fresh-button") }).click();
    await question.getByRole("button", { name: word("recovery-fresh-button") }).click();
    await expect(page.getByText(/before-/)).toBeVisible();
    await page.getByRole("button", { name: word("recovery-open") }).click();
    await expect(page.getByRole("heading", { name: word("welcome-title") })).toBeVisible();
  } finally {
    await broken.stop();
  }
});
