import { readFileSync } from "node:fs";

import { expect, message, post, test } from "./harness";
import { word } from "./words";

test("what the log shows arrives as a file", async ({ open, chatwoot, endpoint }) => {
  const page = await open("/traffic");
  await post(chatwoot.intakeUrl, message("To be written out"));
  await expect(page.getByRole("grid")).toContainText("To be written out");
  await expect.poll(() => endpoint.received.length).toBe(1);
  await page.getByRole("button", { name: word("export-button"), exact: true }).click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV" }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^traffic-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.startsWith("\uFEFFTime,")).toBe(true);
  expect(text).toContain("To be written out");
});
