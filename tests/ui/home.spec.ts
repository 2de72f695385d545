import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, Relay, test } from "./harness";
import { word } from "./words";

test("from the first start to live traffic are two clicks, and one takes the demo away", async ({ open, relay }) => {
  const page = await open();
  await expect(page.getByRole("heading", { level: 1, name: word("welcome-title") })).toBeVisible();
  await page.getByRole("button", { name: word("welcome-demo") }).click();
  await expect(page.getByText(word("demo-banner"))).toBeVisible();
  await page.getByRole("link", { name: word("nav-traffic") }).click();
  // The head is a row as well.
  await expect.poll(() => page.getByRole("grid").getByRole("row").count()).toBeGreaterThan(6);
  await expect(page.getByRole("grid")).toContainText(word("state-delivered"));

  await page.getByRole("button", { name: word("demo-remove") }).click();
  await expect(page.getByText(word("demo-banner"))).toHaveCount(0);
  await expect.poll(() => relay.call("channel.list")).toEqual([]);
  await page.getByRole("link", { name: word("nav-home") }).click();
  await expect(page.getByRole("heading", { level: 1, name: word("welcome-title") })).toBeVisible();
});

test("Home says in one sentence that all is well, and when it is not", async ({ open, relay, chatwoot, endpoint }) => {
  const { message, post } = await import("./harness");
  const page = await open();
  const sentence = page.locator("main").getByRole("status").first();
  await post(chatwoot.intakeUrl, message("All is well"));
  await expect(sentence).toContainText(/1 message today, delivered|working/);
  endpoint.status = 401;
  await post(chatwoot.intakeUrl, message("Not any more"));
  await expect(sentence).toContainText("Support");
  await expect(page.getByRole("button", { name: word("action-try-now") })).toBeVisible();
  endpoint.status = 200;
  await page.getByRole("button", { name: word("action-try-now") }).click();
  await expect(page.getByRole("button", { name: word("action-try-now") })).toHaveCount(0);
  await expect.poll(async () => (await relay.call("status.get")).stopped).toEqual([]);
});

test("the console without its token says what is missing", async ({ page, relay }) => {
  await page.goto(relay.console);
  await expect(page.getByText(word("error-auth-06"))).toBeVisible();
});

test("the token does not stay in the address", async ({ open, relay }) => {
  const page = await open();
  expect(page.url()).not.toContain(relay.token);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("Home tells what was missed while the relay was off, and asks again when told to", async ({ page }) => {
  // A server that is away at first, and has nothing to tell later.
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data: { meta: {}, payload: [] }, payload: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));

  const before = await Relay.start();
  await before.call("channel.create", {
    name: "Website",
    platform: "chatwoot",
    apiUrl: `http://127.0.0.1:${port}`,
    token: "secret",
    options: { accountId: 1, inboxId: 2 },
  });
  const relay = await before.restart();
  try {
    await page.goto(relay.link);
    const missed = page.getByRole("region", { name: word("catch-up-title") });
    await expect(missed).toContainText("Website");
    await expect(missed).toContainText(word("catch-up-failed") as string);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    // On a slow machine it may have asked again by itself just now.
    const button = missed.getByRole("button", { name: word("action-try-now") });
    await button.or(missed.getByText("Nothing was missed.")).click();
    await expect(missed).toContainText("Nothing was missed.");
  } finally {
    await relay.stop();
    server.closeAllConnections();
    server.close();
  }
});
