/** Problems as an admin meets them: seen in the rail, read in a sentence, mended with one button. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, message, post, test } from "./harness";
import { word } from "./words";

test("an endpoint that failed is tried again with one press, and the problem closes itself", async ({ open, relay, chatwoot, endpoint }) => {
  await relay.call("settings.update", { retryScheduleMs: [600_000], probeMs: 600_000 });
  endpoint.status = 503;
  const page = await open();
  await post(chatwoot.intakeUrl, message("Are you there?"));
  await expect(page.getByRole("link", { name: /Problems 1 open problem/ })).toBeVisible();
  await page.getByRole("link", { name: /Problems 1 open problem/ }).click();
  await expect(page.getByText(/has trouble of its own \(503\)/)).toBeVisible();
  await expect(page.getByText("1 message is waiting. Nothing is lost.")).toBeVisible();

  endpoint.status = 200;
  await page.getByRole("button", { name: word("remedy-retry") }).click();
  await expect(page.getByText(word("problems-empty"))).toBeVisible();
  await expect(page.getByRole("link", { name: /open problem/ })).toHaveCount(0);
  expect(endpoint.received.length).toBe(2);

  await page.getByRole("link", { name: word("problems-tab-activity") }).click();
  await expect(page.getByRole("list", { name: word("problems-tab-activity") }).getByText(/^Solved/)).toBeVisible();
});

test("a token is replaced in place by keyboard alone, tested first, and what waits is sent", async ({ open, relay }) => {
  const server = createServer((request, response) => {
    const good = request.headers["api_access_token"] === "the new token";
    const conversation = { id: 5, inbox_id: 7, status: "open", meta: { sender: { id: 5 } } };
    const found = { payload: [conversation], data: { meta: {}, payload: [conversation] } };
    const path = new URL(request.url ?? "/", "http://chatwoot").pathname;
    const said = path.endsWith("/profile")
      ? { name: "Agent", accounts: [{ id: 1, name: "Ours", role: "administrator" }] }
      : path.endsWith("/inboxes/7")
        ? { id: 7, name: "Support", channel_type: "Channel::Api", webhook_url: "" }
        : request.method === "GET"
          ? found
          : { id: Date.now(), conversation_id: 5 };
    response
      .writeHead(good ? 200 : 401, { "content-type": "application/json" })
      .end(JSON.stringify(good ? said : { error: "Invalid Access Token" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const channel = await relay.call("channel.create", {
    name: "Shop",
    platform: "chatwoot",
    apiUrl: `http://127.0.0.1:${port}`,
    token: "the old token",
    options: { accountId: 1, inboxId: 7 },
  });
  await fetch(channel.outboxUrl, {
    method: "POST",
    headers: { authorization: `Bearer ${channel.endpointToken}`, "content-type": "application/json" },
    body: JSON.stringify({ chat: "c1", text: "Hello", contact: { id: "c1", name: "Jo" } }),
  });

  const page = await open();
  await page.evaluate(() => (window.location.hash = "/problems"));
  await expect(page.getByText("Chatwoot does not accept this token")).toBeVisible();
  await page.getByRole("button", { name: word("remedy-new-token") }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(word("problem-value-token"))).toBeFocused();
  await page.keyboard.type("a wrong token");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("does not accept this token");
  await dialog.getByLabel(word("problem-value-token")).fill("the new token");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(word("problems-empty"))).toBeVisible();
  server.closeAllConnections();
  server.close();
});
