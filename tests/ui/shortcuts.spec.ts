/** Keys go by their place: the same under a Russian layout; changed, told when taken, put back. */
import { expect, test } from "./harness";
import { word } from "./words";

test("a key works under a Russian layout, where it writes another letter", async ({ open }) => {
  const page = await open("/");
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { code: "KeyK", key: "л", ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(page.getByRole("textbox", { name: word("palette-search") })).toBeVisible();
});

test("a key is changed by pressing the new one, and a taken one is told", async ({ open, relay }) => {
  const page = await open("/settings?section=shortcuts");
  const button = page.getByRole("button", { name: /^Change the key: Export/ });
  await button.click();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("alert")).toContainText(word("action-palette") as string);
  await page.keyboard.press("Control+Shift+x");
  await expect.poll(async () => (await relay.call("settings.get")).shortcuts).toEqual({ export: "Mod+Shift+KeyX" });
  await expect(button).toContainText("Ctrl+Shift+X");
  await page.getByRole("button", { name: word("keys-reset-all") }).click();
  await expect.poll(async () => (await relay.call("settings.get")).shortcuts).toEqual({});
});

test("keys without Ctrl act in the list alone, and not at all when switched off", async ({ open, relay, chatwoot }) => {
  void chatwoot;
  const page = await open("/traffic");
  const pause = page.getByRole("button", { name: word("traffic-pause"), exact: true });
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: word("traffic-resume"), exact: true }).first()).toBeVisible();
  await page.keyboard.press("Space");
  await expect(pause).toBeVisible();
  await relay.call("settings.update", { singleKeys: false });
  await expect(pause).not.toHaveAttribute("title", /Space/);
  await grid.focus();
  await page.keyboard.press("Space");
  await expect(pause).toBeVisible();
});
