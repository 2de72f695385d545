/** The help, the set-up sheet and the letters: found, read, printed, without a network. */
import { expect, test } from "./harness";
import { word } from "./words";

test("F1 tells of the screen it is pressed on, and a search finds a code", async ({ open }) => {
  const page = await open("/bulk");
  await expect(page.getByRole("heading", { level: 1, name: word("bulk-title") })).toBeVisible();
  await page.keyboard.press("F1");
  await expect(page.getByRole("heading", { level: 2, name: word("help-page-bulk") })).toBeVisible();
  await page.getByRole("searchbox", { name: word("help-search") }).fill("net-06");
  await page.keyboard.press("Enter");
  await expect(page.locator("#error-net-06")).toBeInViewport();
  await page.getByRole("searchbox", { name: word("help-search") }).fill("qwertz nothing");
  await expect(page.getByText(/^Nothing found/)).toBeVisible();
});

test("every page of the help opens and has words", async ({ open }) => {
  test.slow();
  const page = await open("/help");
  const pages = page.getByRole("navigation", { name: word("help-contents") }).getByRole("link");
  const names = await pages.allTextContents();
  expect(names.length).toBeGreaterThan(14);
  for (const name of names) {
    await pages.filter({ hasText: new RegExp(`^${name}$`) }).click();
    const article = page.getByRole("article");
    await expect(article.getByRole("heading", { level: 2, name })).toBeVisible();
    expect((await article.innerText()).length, name).toBeGreaterThan(200);
    expect(await article.innerText(), name).not.toMatch(/\b(help|word|picture|request|keys)-[a-z]+-?/);
  }
});

test("the sheet is black on white on paper, alone, and shows the token only when asked to", async ({ open, relay }) => {
  const channel = await relay.call("channel.create", { name: "Sales", platform: "elma365", token: "confirm-me-please" });
  const page = await open(`/help/sheet?channel=${encodeURIComponent(JSON.stringify(channel.id))}`);
  const sheet = page.getByRole("article");
  await expect(sheet.getByText(channel.intakeUrl)).toBeVisible();
  await expect(sheet.getByRole("img", { name: word("sheet-qr") })).toBeVisible();
  await expect(sheet.getByText("confirm-me-please")).toHaveCount(0);
  await page.getByRole("checkbox", { name: word("sheet-secrets") }).check();
  await expect(sheet.getByText("confirm-me-please")).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("button", { name: word("sheet-print") })).toBeHidden();
  await expect(page.getByRole("checkbox")).toBeHidden();
  const looks = await sheet.evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return { backgroundColor, color };
  });
  expect(looks).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
});

test("a letter to IT is filled in and copied", async ({ open }) => {
  const page = await open("/help/requests?ask=outgoing");
  await page.getByRole("textbox", { name: word("help-blank-host") }).fill("crm.example.com");
  const letter = page.getByRole("region", { name: word("help-request-letter") });
  await expect(letter).toContainText("must be able to reach crm.example.com by HTTPS");
  await expect(page.getByRole("link", { name: word("help-request-mail") })).toHaveAttribute("href", /^mailto:\?subject=.*crm\.example\.com/);
});
