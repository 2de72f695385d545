import { expect, message, post, test } from "./harness";
import { word } from "./words";

test("a channel is practised with: its endpoint answers as told, and shows what it got", async ({ open, relay, chatwoot, endpoint }) => {
  const page = await open(`/channels/${chatwoot.id}/practice`);
  await page.getByRole("button", { name: word("practice-use") }).click();
  await expect(page.getByText(word("practice-in-use"))).toBeVisible();
  const samples = page.getByRole("region", { name: word("practice-samples") });
  await samples.getByRole("button", { name: word("practice-sample-send") }).click();
  await expect(samples.getByRole("status")).toContainText("200");
  const got = page.getByRole("list", { name: word("practice-received-list") }).getByRole("listitem");
  await expect(got).toHaveCount(1);
  await got.getByRole("button", { name: word("journey-more") }).click();
  await expect(got.getByText(word("practice-signed"))).toBeVisible();
  expect(endpoint.received, "the admin's own program got nothing").toHaveLength(0);

  await samples.getByRole("link", { name: word("practice-sent-journey") }).click();
  await expect(page.getByRole("list", { name: word("journey-steps") })).toContainText("Switchboard plays Chatwoot");
  await relay.call("practice.endpoint.use", { channel: chatwoot.id, on: false });
  const channel = await relay.call("channel.get", { id: chatwoot.id });
  expect(channel.callbackUrl.replace(/\/$/, "")).toBe(endpoint.url);
});

test("a request that failed is compared with one that worked, changed and sent again", async ({ open, chatwoot, endpoint }) => {
  await post(chatwoot.intakeUrl, message("This one works"));
  await expect.poll(() => endpoint.received.length).toBe(1);
  endpoint.status = 422;
  await post(chatwoot.intakeUrl, message("This one does not"));
  const page = await open("/traffic");
  const failed = page.getByRole("grid").getByRole("row").filter({ hasText: "This one does not" });
  await expect(failed.filter({ hasText: word("direction-in") })).toContainText(word("state-failed"));
  await failed.filter({ hasText: word("direction-out") }).first().click();
  const pane = page.getByRole("region", { name: word("exchange-title") });
  await pane.getByRole("button", { name: word("compare-open") }).click();
  const compared = page.getByRole("dialog").getByRole("table");
  await expect(page.getByRole("dialog").getByRole("combobox", { name: word("compare-with") })).toHaveValue(/· 200 ·/);
  await expect(compared).toContainText(word("compare-status") as string);
  await expect(compared).toContainText("422");
  await expect(compared).not.toContainText("This one works");
  await page.keyboard.press("Escape");

  endpoint.status = 200;
  const before = endpoint.received.length;
  await pane.getByRole("button", { name: word("again-open") }).click();
  const dialog = page.getByRole("dialog");
  const body = dialog.getByRole("textbox", { name: word("again-body") });
  await body.fill((await body.inputValue()).replace("This one does not", "This one does by now"));
  await dialog.getByRole("checkbox", { name: word("again-agree-endpoint") }).check();
  await dialog.getByRole("button", { name: word("again-send") }).click();
  await expect.poll(() => endpoint.received.length).toBe(before + 1);
  expect(endpoint.received.at(-1)?.data.message.text).toBe("This one does by now");
});
