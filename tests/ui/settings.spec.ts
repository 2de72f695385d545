/** The settings as an admin uses them: found, saved, backed up, taken along, cleared out. */
import { readFile } from "node:fs/promises";

import { expect, message, post, test } from "./harness";
import { word } from "./words";

test("a setting is found by a word, changed and kept, and nothing typed is lost on the way", async ({ open, relay }) => {
  const page = await open("/settings");
  await page.getByRole("searchbox", { name: word("settings-find") }).fill("time-out of one");
  await page.getByRole("link", { name: new RegExp(word("field-timeout-ms") as string) }).click();
  const field = page.getByRole("textbox", { name: word("field-timeout-ms") });
  await expect(field).toBeFocused();
  await field.fill("45 s");
  await page.getByRole("link", { name: word("section-network"), exact: true }).click();
  await expect(page.getByText(word("settings-unsaved"))).toBeVisible();
  await page.getByRole("link", { name: word("nav-home"), exact: true }).click();
  await page.getByRole("button", { name: word("leave-stay") }).click();
  await page.getByRole("button", { name: word("settings-save") }).click();
  await expect.poll(async () => (await relay.call("settings.get")).timeoutMs).toBe(45_000);
  await expect(page.getByText(word("settings-unsaved"))).toBeHidden();
});

test("a backup is saved, brought in again and made ready, with its password", async ({ open, chatwoot }) => {
  expect(chatwoot.name).toBe("Support");
  const page = await open("/settings?section=backup");
  await page.getByLabel(word("password-new"), { exact: true }).first().fill("correct horse");
  await page.getByLabel(word("password-again"), { exact: true }).first().fill("correct horse");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: word("backup-save") }).click();
  const file = await (await download).path();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: word("backup-bring") }).click();
  await (await chooser).setFiles({
    name: "mine.switchboard-backup",
    mimeType: "application/octet-stream",
    buffer: await readFile(file),
  });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 channel");
  await dialog.getByLabel(word("backup-password"), { exact: true }).fill("wrong horse");
  await dialog.getByRole("button", { name: word("backup-restore-confirm") }).click();
  await expect(dialog.getByRole("alert")).toContainText(word("error-back-01"));
  await dialog.getByLabel(word("backup-password"), { exact: true }).fill("correct horse");
  await dialog.getByRole("button", { name: word("backup-restore-confirm") }).click();
  await expect(page.getByText(word("backup-restart"))).toBeVisible();
});

test("settings are saved as a file, looked at, taken over and undone", async ({ open, relay, chatwoot }) => {
  const page = await open("/settings?section=backup");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: word("transfer-save") }).click();
  const text = await readFile(await (await download).path(), "utf8");
  await relay.call("settings.update", { concurrency: 3 });
  await relay.call("channel.update", { id: chatwoot.id, name: "Renamed" });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: word("transfer-choose") }).click();
  await (await chooser).setFiles({ name: "settings.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("list")).toContainText(word("field-concurrency") as string);
  await expect(dialog.getByRole("list")).toContainText("Support");
  await dialog.getByRole("button", { name: /^Take over 2 changes$/ }).click();
  await expect(page.getByText(word("transfer-done"))).toBeVisible();
  await expect.poll(async () => (await relay.call("settings.get")).concurrency).toBe(16);
  await page.getByRole("button", { name: word("transfer-undo") }).click();
  await expect(page.getByText(word("transfer-undone"))).toBeVisible();
  await expect.poll(async () => (await relay.call("settings.get")).concurrency).toBe(3);
});

test("history is counted before it is deleted, and gone afterwards", async ({ open, relay, chatwoot }) => {
  await post(chatwoot.intakeUrl, message("Soon gone"));
  await expect.poll(async () => (await relay.call("traffic.page")).rows.length).toBeGreaterThan(0);
  const page = await open("/settings?section=keeping");
  await page.getByLabel(word("history-conversations"), { exact: true }).check();
  await page.getByRole("combobox", { name: word("history-age") }).click();
  await page.getByRole("option", { name: word("history-age-all") }).click();
  await page.getByRole("button", { name: word("history-count") }).click();
  await expect(page.getByRole("dialog")).toContainText("1 message");
  await page.getByRole("button", { name: word("history-delete-button") }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Deleted: / })).toBeVisible();
  await expect.poll(async () => (await relay.call("conversation.page")).rows).toEqual([]);
});

test("the report is shown before it is saved", async ({ open, chatwoot }) => {
  const page = await open("/settings?section=diagnostics");
  await page.getByRole("button", { name: word("diagnostics-button") }).click();
  await page.getByText(word("diagnostics-part-channels")).click();
  await expect(page.getByText("“Support”").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: word("diagnostics-save") }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain("“Support”");
  expect(text).not.toContain(chatwoot.intakeUrl.split("/").at(-1));
});
