import { expect, message, post, test } from "./harness";
import { word } from "./words";

const node = (name: string) => `.react-flow__node[data-id^="${name}"]`;

test("the map shows who is there and how much moves, and what is chosen in full", async ({ open, relay, chatwoot, endpoint }) => {
  for (let i = 0; i < 3; i += 1) await post(chatwoot.intakeUrl, message(`Message ${i}`));
  await expect.poll(() => endpoint.received.length).toBe(3);
  const page = await open("/traffic");
  await page.getByRole("link", { name: word("traffic-tab-map") }).click();
  await expect(page.locator(node("c-"))).toContainText("Support");
  await expect(page.locator(node("e-"))).toContainText(endpoint.url.replace("http://", ""));
  const way = page.locator(`.react-flow__edge[data-id^="relay.e-"]`);
  await expect(way).toContainText("/min");
  await expect(way).toHaveAttribute("aria-label", /^Switchboard to .*: [\d.]+ per minute, all arrived at once\./);

  await page.locator(node("c-")).click();
  const pane = page.getByRole("region", { name: "Details of Support" });
  await expect(pane.getByRole("region", { name: word("flow-newest") }).getByRole("listitem")).not.toHaveCount(0);
  await expect(pane.getByRole("region", { name: word("flow-answers") })).toContainText("200");
  await expect(pane.getByRole("figure", { name: word("chart-traffic"), exact: true }).locator("canvas")).toBeVisible();
  await pane.getByRole("button", { name: word("stopped-open") }).click();
  await expect(page).toHaveURL(/#\/channels\?channel=/);
});

test("what fails is told by shape and words, waits in the middle, and moves when it moves", async ({ open, relay, chatwoot, endpoint }) => {
  endpoint.status = 500;
  const page = await open("/traffic/map");
  await expect(page.locator(node("relay"))).toContainText(word("flow-queue-none") as string);
  await relay.call("settings.update", { retryScheduleMs: [600_000] });
  await post(chatwoot.intakeUrl, message("Does not arrive"));
  const way = page.locator(`.react-flow__edge[data-id^="relay.e-"]`);
  await expect(way).toHaveAttribute("aria-label", /100% did not arrive at once/, { timeout: 20_000 });
  await expect(way).toContainText("◆");
  await expect(page.locator(node("relay"))).toContainText("1 waiting");

  endpoint.status = 200;
  const token = page.locator(`.react-flow__edge[data-id^="c-"] path[class*="token"]`);
  const moved = token.first().waitFor({ state: "attached", timeout: 20_000 });
  await post(chatwoot.intakeUrl, message("Moves", "chat2"));
  await moved;
  // It calms down by itself.
  await expect(token).toHaveCount(0, { timeout: 20_000 });
  await page.getByRole("button", { name: word("flow-still") }).click();
  await expect(page.getByRole("button", { name: word("flow-move") })).toBeVisible();
});

test("the map is used by keyboard alone, and read as a table", async ({ open, chatwoot, endpoint }) => {
  await post(chatwoot.intakeUrl, message("By keyboard"));
  await expect.poll(() => endpoint.received.length).toBe(1);
  const page = await open("/traffic/map");
  const channel = page.locator(node("c-"));
  await channel.focus();
  await expect(channel).toHaveAttribute("aria-label", /^Channel Support\. /);
  await page.keyboard.press("Space");
  const pane = page.getByRole("region", { name: "Details of Support" });
  await expect(pane).toBeVisible();
  await pane.getByRole("button", { name: word("action-close") }).click();
  await expect(pane).toBeHidden();
  await page.locator(`.react-flow__edge[data-id^="relay.e-"]`).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/traffic\?.*direction=out/);

  await page.getByRole("link", { name: word("traffic-tab-map") }).click();
  await page.getByText(word("flow-view-table"), { exact: true }).click();
  const table = page.getByRole("region", { name: word("flow-table") });
  const row = table.getByRole("row").filter({ hasText: /^Support/ }).first();
  await expect(row).toContainText(word("flow-health-ok") as string);
  await row.getByRole("button").press("Space");
  await expect(page.getByRole("region", { name: /^Details of Support → Switchboard/ })).toBeVisible();
  await table.getByRole("row", { name: /^Support Channel/ }).getByRole("button").press("Enter");
  await expect(page).toHaveURL(/#\/traffic\?.*channel=/);
});

test("a past span is seen again and left again", async ({ open, chatwoot, endpoint }) => {
  await post(chatwoot.intakeUrl, message("A while ago"));
  await expect.poll(() => endpoint.received.length).toBe(1);
  const page = await open("/traffic/map");
  await expect(page.locator(`.react-flow__edge[data-id^="relay.e-"]`)).toContainText("/min");
  await page.getByRole("button", { name: word("flow-replay"), exact: true }).click();
  const bar = page.getByRole("group", { name: word("flow-replay-title") });
  await bar.getByRole("button", { name: word("flow-replay-pause") }).click();
  const slider = bar.getByRole("slider");
  const before = Number(await slider.inputValue());
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  expect(Number(await slider.inputValue())).toBe(before - 60_000);
  // Ten minutes ago nothing moved yet.
  await expect(page.locator(`.react-flow__edge[data-id^="relay.e-"]`)).not.toContainText("/min");
  await bar.getByText("×60").click();
  await bar.getByRole("button", { name: word("flow-replay-play") }).click();
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(before);
  await bar.getByRole("button", { name: word("flow-replay-end") }).click();
  await expect(bar).toBeHidden();
  await expect(page.locator(`.react-flow__edge[data-id^="relay.e-"]`)).toContainText("/min");
});

test("Home counts, draws and strips what came, and says it as a table too", async ({ open, chatwoot, endpoint }) => {
  for (let i = 0; i < 4; i += 1) await post(chatwoot.intakeUrl, message(`Message ${i}`));
  await expect.poll(() => endpoint.received.length).toBe(4);
  const page = await open("/");
  const counts = page.getByRole("region", { name: word("home-counts") });
  await expect(counts.getByRole("row").filter({ hasText: word("counts-delivered") as string })).toContainText("444");
  await expect(page.getByRole("region", { name: word("home-channels") }).getByRole("img", { name: /^Support: 1 span with traffic: 1 well/ })).toBeVisible();
  const chart = page.getByRole("figure", { name: word("chart-traffic"), exact: true });
  await expect(chart.locator("canvas")).toBeVisible();
  await chart.getByRole("button", { name: word("chart-as-table") }).click();
  await expect(chart.getByRole("row").last()).toContainText("4");
  await page.getByRole("link", { name: word("home-map") }).click();
  await expect(page.locator(node("c-"))).toContainText("Support");
});
