import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { BackendError } from "../../backend";
import { FakeBackend, fakeChannel, fakeLink } from "../../backend/fake";
import { renderApp } from "../../test/screen";

it("says in a sentence what each link does, and why one cannot", async () => {
  renderApp("/channels/links");
  expect(
    await screen.findByText("Customers of Website chat write to operators of ELMA365 sales; answers come back."),
  ).toBeDefined();
  expect(
    screen.getByText(/What customers of Userlike support write is copied to operators of OneHash shop/),
  ).toBeDefined();
  expect(screen.getByText("The channel is turned off.")).toBeDefined();
});

it("is made of two channels, of which the impossible ones say why", async () => {
  const { backend } = renderApp("/channels/links?create=true");
  const customers = within(await screen.findByRole("group", { name: "Where customers write" }));
  const operators = within(screen.getByRole("group", { name: "Where operators answer" }));
  expect(customers.getByRole<HTMLInputElement>("radio", { name: /ELMA365 sales/ }).disabled).toBe(true);
  expect(customers.getByText(/ELMA365 can only be where operators answer/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Join them" }));
  expect(await screen.findByText("Choose a channel on both sides.")).toBeDefined();

  fireEvent.click(customers.getByRole("radio", { name: /Userlike support/ }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /Both ways/ }).disabled).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Answers given/ }).checked).toBe(true);
  fireEvent.click(operators.getByRole("radio", { name: /Website chat/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Satisfaction surveys/ }));
  fireEvent.click(screen.getByRole("button", { name: "Join them" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({
      command: "link.create",
      payload: {
        customers: "c3",
        operators: "c2",
        mode: "copy",
        choices: { agents: true, templates: false, surveys: true },
      },
    }),
  );
  expect(await screen.findByRole("region", { name: "Link" })).toBeDefined();
});

it("shows why the engine refuses it", async () => {
  const channels = ["a", "b"].map((id) =>
    fakeChannel(id, `Shop ${id}`, {
      platform: "chatwoot",
      apiUrl: "https://chat.example.com",
      options: { accountId: 1, inboxId: 1 },
    }),
  );
  const backend = new FakeBackend(0, channels);
  backend.answers["link.create"] = () => {
    throw new BackendError({ code: "ID-05", message: "Gone." });
  };
  renderApp("/channels/links?create=true", backend);
  const sides = await screen.findAllByRole("group", { name: /^Where/ });
  fireEvent.click(within(sides[0] as HTMLElement).getByRole("radio", { name: /Shop a/ }));
  fireEvent.click(within(sides[1] as HTMLElement).getByRole("radio", { name: /Shop b/ }));
  fireEvent.click(screen.getByRole("button", { name: "Join them" }));
  expect(await screen.findByText(/does not exist here any more/)).toBeDefined();
});

it("is paused with a press, changed in the pane, and deleted after a question that says what happens", async () => {
  const { backend } = renderApp("/channels/links?link=l1");
  const pane = within(await screen.findByRole("region", { name: "Link" }));
  fireEvent.click(pane.getByRole("checkbox", { name: /Automatic messages/ }));
  fireEvent.click(pane.getByRole("button", { name: "Save changes" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({
      command: "link.update",
      payload: { id: "l1", mode: "two-way", choices: { agents: false, templates: true, surveys: false } },
    }),
  );
  fireEvent.click(pane.getByRole("button", { name: "Pause" }));
  await waitFor(() => expect(backend.links[0]?.paused).toBe(true));

  fireEvent.click(pane.getByRole("button", { name: "More for Website chat and ELMA365 sales" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
  expect(await screen.findByText(/Both channels stay, with their chats/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Delete the link" }));
  await waitFor(() => expect(backend.links.map(({ id }) => id)).toEqual(["l2"]));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Link" })).toBeNull());
});

it("appears when somebody else makes it", async () => {
  const backend = new FakeBackend();
  backend.links = [];
  renderApp("/channels/links", backend);
  expect(await screen.findByRole("heading", { name: "No link yet" })).toBeDefined();
  backend.links = [fakeLink("l9", "c2", "c1")];
  backend.announce({ type: "links" });
  expect(await screen.findByText(/Customers of Website chat write/)).toBeDefined();
});

it("takes two channels", async () => {
  renderApp("/channels/links", new FakeBackend(0, [fakeChannel("c1", "Alone")]));
  expect(await screen.findByText("It takes two channels to join. Add another one first.")).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Join two channels" }).disabled).toBe(true);
});

it("says why the links cannot be read, and reads them when asked", async () => {
  const backend = new FakeBackend();
  backend.answers["link.list"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  renderApp("/channels/links", backend);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
  delete backend.answers["link.list"];
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/Customers of Website chat write/)).toBeDefined();
});
