import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { notifications } from "@mantine/notifications";
import { afterEach, expect, it } from "vitest";

import { BackendError } from "../backend";
import { FakeBackend, trouble } from "../backend/fake";
import { renderApp } from "../test/screen";

// They belong to no screen.
afterEach(() => notifications.clean());

async function ask(format: RegExp) {
  fireEvent.click(await screen.findByRole("button", { name: "Export" }));
  // jsdom lays nothing out, and so the menu soon takes its button for one that is scrolled away, and hides.
  fireEvent.click(await screen.findByRole("menuitem", { name: format, hidden: true }));
}

it("writes out what the screen shows, in the language of the screen, and tells how it went", async () => {
  const backend = new FakeBackend(50);
  backend.settings.language = "de";
  renderApp("/traffic?state=failed&channel=c1", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Exportieren" }));
  expect(await screen.findAllByRole("menuitem", { hidden: true })).toHaveLength(3);
  fireEvent.click(screen.getByRole("menuitem", { name: /^HAR/, hidden: true }));
  const progress = within(await screen.findByRole("group", { name: /switchboard-traffic/ }));
  expect(backend.calls).toContainEqual({
    command: "export.create",
    payload: {
      what: { kind: "traffic", filter: { state: "failed", channel: "c1" } },
      format: "har",
      language: "de",
    },
  });
  expect(await progress.findByText("Heruntergeladen:", { exact: false })).toBeDefined();
  expect(progress.getByText("1.284 Zeilen")).toBeDefined();
  expect(backend.saved).toEqual(["ticket-x1"]);
});

it("can be cancelled on the way", async () => {
  const backend = new FakeBackend(50);
  backend.exports.step = 1;
  renderApp("/traffic", backend);
  await ask(/^CSV/);
  const progress = within(await screen.findByRole("group", { name: /switchboard-traffic/ }));
  expect(await progress.findByRole("progressbar")).toBeDefined();
  expect(progress.getByText(/^\d+ of 1,284 rows$/)).toBeDefined();
  fireEvent.click(progress.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(backend.exports.all[0]?.state).toBe("cancelled"));
  await waitFor(() => expect(screen.queryByRole("group", { name: /switchboard-traffic/ })).toBeNull());
});

it("says why it broke off, and why it could not begin", async () => {
  const backend = new FakeBackend(50);
  backend.exports.step = 1;
  renderApp("/traffic", backend);
  await ask(/^JSON Lines/);
  await screen.findByRole("group", { name: /switchboard-traffic/ });
  backend.exports.change("x1", { state: "failed", error: trouble("DB-03") });
  expect(await screen.findByText(/The disk is full/)).toBeDefined();

  backend.answers["export.create"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  await ask(/^CSV/);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
});

it("is taken back where nobody wants the file after all", async () => {
  const backend = new FakeBackend(50);
  backend.saveExport = async () => false;
  renderApp("/traffic", backend);
  await ask(/^CSV/);
  await waitFor(() => expect(backend.exports.all[0]?.state).toBe("cancelled"));
});

it("says under which name the window saved it", async () => {
  const backend = Object.assign(new FakeBackend(50), { kind: "window" });
  renderApp("/traffic", backend);
  await ask(/^CSV/);
  expect(await screen.findByText("Saved as", { exact: false })).toBeDefined();
  expect(screen.getByText("switchboard-traffic-2026-11-21.csv")).toBeDefined();
});
