import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { BackendError, mask, type PracticeRef } from "../../backend";
import { fakeCheck, FakeBackend, trouble } from "../../backend/fake";
import { renderApp, renderPart } from "../../test/screen";
import { SecretField, SHOWN } from "./SecretField";

describe("a secret", () => {
  afterEach(() => vi.useRealTimers());

  it("is masked, shown when asked, and masked again after half a minute", async () => {
    vi.useFakeTimers();
    renderPart(
      <SecretField
        label="Token"
        value={mask}
        before={mask}
        onChange={() => undefined}
        reveal={async () => "in clear"}
      />,
    );
    const field = screen.getByLabelText<HTMLInputElement>("Token");
    expect(field.value).toBe(mask);
    fireEvent.click(screen.getByRole("button", { name: "Show for 30 seconds" }));
    await act(async () => undefined);
    expect(field.value).toBe("in clear");
    await act(async () => void vi.advanceTimersByTime(SHOWN));
    expect(field.value).toBe(mask);
  });

  it("is copied without being shown", async () => {
    const { backend } = renderPart(
      <SecretField
        label="Token"
        value={mask}
        before={mask}
        onChange={() => undefined}
        reveal={async () => "in clear"}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy: Token" }));
    await waitFor(() => expect(backend.copied).toEqual(["in clear"]));
    expect(screen.getByLabelText<HTMLInputElement>("Token").value).toBe(mask);
  });

  it("is cleaned of what was pasted with it", () => {
    const onChange = vi.fn();
    renderPart(<SecretField label="Token" value={' "abc" '} before="" onChange={onChange} />);
    fireEvent.blur(screen.getByLabelText("Token"));
    expect(onChange).toHaveBeenCalledWith("abc");
    expect(screen.getByText(/We removed spaces/)).toBeDefined();
  });
});

describe("the editor", () => {
  it("sends what was changed and nothing else", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    fireEvent.change(await screen.findByLabelText(/^Name/), { target: { value: "Shop" } });
    fireEvent.click(screen.getByRole("button", { name: "Save changes" }));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({ command: "channel.update", payload: { id: "c2", name: "Shop" } }),
    );
    expect(await screen.findByText("Saved")).toBeDefined();
  });

  it("shows what the engine says at its field", async () => {
    const backend = new FakeBackend();
    backend.answers["channel.update"] = () => {
      throw new BackendError({
        code: "LOOP-01",
        message: "A circle.",
        params: { field: "callbackUrl", place: "endpoint" },
      });
    };
    renderApp("/channels?channel=c1", backend);
    const field = await screen.findByLabelText("Callback URL");
    fireEvent.change(field, { target: { value: "http://127.0.0.1:8787" } });
    fireEvent.click(screen.getByRole("button", { name: "Save changes" }));
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText(/messages would go in a circle/)).toBeDefined();
  });

  it("warns that an address works only from here, and says where to paste it", async () => {
    renderApp("/channels?channel=c3");
    expect(await screen.findByText(/works only from this computer/)).toBeDefined();
    expect(screen.getByText("Open Add-ons in Userlike and choose API.")).toBeDefined();
  });

  it("says what turning off does on that platform before it does it", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    fireEvent.click(await screen.findByRole("button", { name: "More for Website chat" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Turn off" }));
    expect(await screen.findByText(/Chatwoot will mark every message as failed/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Turn off" }));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({ command: "channel.update", payload: { id: "c2", mode: "off" } }),
    );
  });
});

describe("deleting a channel", () => {
  const ask = async (name: string) => {
    fireEvent.click(await screen.findByRole("button", { name: `More for ${name}` }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
    return within(await screen.findByRole("dialog", { name: `Delete “${name}”?` }));
  };

  it("names what goes with it, and one with history goes only by its name", async () => {
    const backend = new FakeBackend();
    backend.answers["conversation.count"] = () => ({ count: 1_204, more: false });
    renderApp("/channels?channel=c2", backend);
    const question = await ask("Website chat");
    const confirm = await question.findByRole("button", { name: "Delete channel and 1,204 conversations" });
    expect(confirm).toHaveProperty("disabled", true);
    expect(question.getByText(/^Deleted with it are 1,204 conversations/)).toBeDefined();
    fireEvent.change(question.getByRole("textbox"), { target: { value: "Website chat" } });
    fireEvent.click(confirm);
    await waitFor(() => expect(backend.channels.some(({ id }) => id === "c2")).toBe(false));
  });

  it("asks for no name where there is no history", async () => {
    const backend = new FakeBackend();
    backend.answers["conversation.count"] = () => ({ count: 0, more: false });
    renderApp("/channels?channel=c3", backend);
    const question = await ask("Userlike support");
    await waitFor(() =>
      expect(question.getByRole("button", { name: "Delete channel" })).toHaveProperty("disabled", false),
    );
    expect(question.queryByRole("textbox")).toBeNull();
  });
});

describe("the events", () => {
  it("can each be looked at, and tried through the intake once it is agreed who gets it", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    const list = (await screen.findByText(/^See each event/)).closest("details") as HTMLDetailsElement;
    list.open = true;
    fireEvent(list, new Event("toggle"));
    fireEvent.click(await within(list).findByRole("button", { name: "Show example: Operator message" }));
    expect(within(list).getByText(/"event": "message_created"/)).toBeDefined();
    fireEvent.click(within(list).getByRole("button", { name: "Send test: Operator message" }));
    expect(within(list).getByText(/sends one request to this channel’s own intake/)).toBeDefined();
    fireEvent.click(within(list).getByRole("button", { name: "My program may get it" }));
    fireEvent.click(within(list).getByRole("button", { name: "Send the sample" }));
    expect(await within(list).findByText(/Our intake answered 200/)).toBeDefined();
    expect(backend.calls).toContainEqual({
      command: "practice.send",
      payload: { channel: "c2", id: "message_created.outgoing" },
    });
    // There is no sample of this one.
    expect(within(list).queryByRole("button", { name: /Customer message/ })).toBeNull();
  });
});

describe("the outbox", () => {
  it("has an address, a token and an example to copy", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    fireEvent.click(await screen.findByText("Send messages from your own program"));
    fireEvent.click(screen.getByRole("button", { name: "Copy this address" }));
    await waitFor(() => expect(backend.copied).toEqual(["http://127.0.0.1:8787/out/c2"]));
    fireEvent.click(screen.getByRole("button", { name: "Copy: Token of your program" }));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({
        command: "channel.reveal",
        payload: { id: "c2", field: "endpointToken" },
      }),
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy the example" }));
    await waitFor(() => expect(backend.copied.at(-1)).toContain("Authorization: Bearer TOKEN"));
    fireEvent.click(screen.getByRole("link", { name: /OpenAPI/ }));
    await waitFor(() => expect(backend.opened).toEqual(["http://127.0.0.1:8787/out/openapi.json"]));
  });

  it("replaces the token after a question", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    fireEvent.click(await screen.findByText("Send messages from your own program"));
    const field = screen.getByLabelText("Token of your program").closest(".mantine-TextInput-root");
    fireEvent.click(within(field as HTMLElement).getByRole("button", { name: "Replace" }));
    expect(await screen.findByText(/with the old one is refused at once/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Replace the token" }));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({
        command: "channel.rotate",
        payload: { id: "c2", field: "endpointToken" },
      }),
    );
  });

  it("says what the platform takes from whom", async () => {
    renderApp("/channels?channel=c1");
    fireEvent.click(await screen.findByText("Send messages from your own program"));
    const table = within(await screen.findByRole("table", { name: "What ELMA365 takes" }));
    const cells = async (kind: RegExp) =>
      within(await table.findByRole("row", { name: kind }))
        .getAllByRole("cell")
        .map((cell) => cell.textContent);
    expect(await cells(/userInfo/)).toEqual(["taken", "–not taken"]);
    expect(await cells(/typing/)).toEqual(["–not taken", "–not taken"]);
  });

  it("says that Userlike cannot be answered", async () => {
    renderApp("/channels?channel=c3");
    fireEvent.click(await screen.findByText("Send messages from your own program"));
    expect(screen.getByText(/Userlike cannot be answered/)).toBeDefined();
  });
});

it("is disconnected in ELMA365 after a question that says that every chat ends", async () => {
  const { backend } = renderApp("/channels?channel=c1");
  fireEvent.click(await screen.findByRole("button", { name: "More for ELMA365 sales" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Disconnect this channel" }));
  const question = within(await screen.findByRole("dialog"));
  expect(question.getByText(/this whole channel has ended, with every chat in it/)).toBeDefined();
  fireEvent.click(question.getByRole("button", { name: "Disconnect this channel" }));
  await waitFor(() => expect(backend.calls).toContainEqual({ command: "channel.disconnect", payload: { id: "c1" } }));
  expect(await screen.findAllByText("Disconnected")).not.toEqual([]);
});

it("offers to disconnect a channel of ELMA365 before it is deleted", async () => {
  renderApp("/channels?channel=c1");
  fireEvent.click(await screen.findByRole("button", { name: "More for ELMA365 sales" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
  fireEvent.click(await screen.findByRole("button", { name: "Disconnect it there first" }));
  expect(await screen.findByText("Disconnect “ELMA365 sales” in ELMA365?")).toBeDefined();
});

describe("a channel of Chatwoot", () => {
  // ID-01 and ID-02 say "choose the inbox", and there was nothing but a field for its number.
  it("chooses its inbox from the list, and takes that back", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    expect(await screen.findByText("Account 3, inbox 7")).toBeDefined();
    fireEvent.click(screen.getByText("Choose the inbox"));
    expect((await screen.findByText("Website")).closest("label")?.querySelector("input")).toHaveProperty(
      "disabled",
      true,
    );
    const use = screen.getByText("Use this inbox").closest("button")!;
    expect(use).toHaveProperty("disabled", true);
    fireEvent.click(screen.getByText("Orders"));
    fireEvent.click(use);
    expect(await screen.findByText("Account 3, inbox 9")).toBeDefined();
    expect(backend.calls).toContainEqual({
      command: "setup.useInbox",
      payload: { channel: "c2", accountId: 3, inboxId: 9 },
    });
    fireEvent.click(await screen.findByText("Undo"));
    expect(await screen.findByText("Account 3, inbox 7")).toBeDefined();
  });

  // HOOK-01 promises that Switchboard can set the webhook, which only the wizard did.
  it("has its webhook set where it was found not to be, and put back", async () => {
    const backend = new FakeBackend();
    backend.setups.found = [
      fakeCheck("platform", "webhook", 9, {
        state: "failed",
        error: trouble("HOOK-01", {
          name: "Support",
          where: "0",
        }),
      }),
    ];
    renderApp("/channels?channel=c2", backend);
    fireEvent.click(await screen.findByText("Test connection"));
    fireEvent.click(await screen.findByText("Set it for me"));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({ command: "setup.applyWebhook", payload: { channel: "c2" } }),
    );
    // And it is tested again.
    await waitFor(() => expect(backend.calls.filter(({ command }) => command === "doctor.start")).toHaveLength(2));
  });

  it("asks where its inbox sends to only when somebody wants to know", async () => {
    const { backend } = renderApp("/channels?channel=c2");
    const asked = () => backend.calls.filter(({ command }) => command === "setup.webhook").length;
    const show = await screen.findByText("Set it in Chatwoot for me");
    expect(asked()).toBe(0);
    fireEvent.click(show);
    fireEvent.click(await screen.findByText("Set it for me"));
    fireEvent.click(await screen.findByText("Put the old one back"));
    await waitFor(() =>
      expect(backend.calls).toContainEqual({ command: "setup.applyWebhook", payload: { channel: "c2", url: "" } }),
    );
  });
});

it("offers what mends a problem beside the check that found the same", async () => {
  const backend = new FakeBackend();
  backend.setups.found = [fakeCheck("platform", "token", 9, { state: "failed", error: trouble("AUTH-01") })];
  renderApp("/channels?channel=c2", backend);
  await screen.findAllByText("Paste a new token");
  const before = screen.getAllByText("Paste a new token").length;
  fireEvent.click(screen.getByText("Test connection"));
  await waitFor(() => expect(screen.getAllByText("Paste a new token")).toHaveLength(before + 1));
});

// A channel left at its practice endpoint looked like any that works.
it("says that it sends to its practice endpoint, in the list and at its settings, and goes back", async () => {
  const backend = new FakeBackend();
  await backend.call("practice.endpoint.use", { channel: "c1", on: true });
  renderApp("/channels?channel=c1", backend);
  const row = within((await screen.findAllByText("ELMA365 sales"))[0]!.closest("tr")!);
  expect(await row.findByText("Practice")).toBeDefined();
  expect(await screen.findByText(/^This channel sends to its practice endpoint/)).toBeDefined();
  fireEvent.click(screen.getByText("Send to https://crm.example.com/hooks/chat again"));
  await waitFor(() => expect(row.queryByText("Practice")).toBeNull());
  expect(screen.queryByText(/^This channel sends to its practice endpoint/)).toBeNull();
  // Nobody asks about channels whose address cannot be one.
  const asked = backend.calls.filter(({ command }) => command === "practice.endpoint.get");
  expect(asked.every(({ payload }) => (payload as PracticeRef).channel === "c1")).toBe(true);
});
