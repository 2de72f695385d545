/** The command palette: go anywhere and do things by typing their name. */
import { expect, test } from "./harness";
import { word } from "./words";

test("goes to a screen, pauses a channel, and takes that back", async ({ open, relay, chatwoot }) => {
  const page = await open("/");
  const search = page.getByRole("textbox", { name: word("palette-search") });
  await page.keyboard.press("Control+k");
  await search.fill("traf");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/traffic/);

  await page.keyboard.press("Control+k");
  await search.fill("pause supp");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await relay.call("channel.get", { id: chatwoot.id })).mode).toBe("paused");
  await page.getByRole("button", { name: word("action-undo"), exact: true }).click();
  await expect.poll(async () => (await relay.call("channel.get", { id: chatwoot.id })).mode).toBe("active");
});

test("finds help by a code and says when nothing has a name", async ({ open }) => {
  const page = await open("/");
  await page.keyboard.press("Control+k");
  const search = page.getByRole("textbox", { name: word("palette-search") });
  await search.fill("qwertz");
  await expect(page.getByText(word("palette-nothing"))).toBeVisible();
  await search.fill("tls-03");
  await page.keyboard.press("Enter");
  await expect(page.locator("#error-tls-03")).toBeInViewport();
});
