/**
 * The app on the made-up backend, for looking at screens with `npm run dev` at /fake.html. Not part of the build.
 *
 * In the query: `rows` (how long the log is), `conversations` (how many there are), `rate` (new rows a second), `empty` (no channel), `offline` (no engine), `bulk` (bulk sends of every kind, going on), `desktop` (a desktop; `desktop=bare`
 * is one without a tray), `ask` (it asks whether to close, `ask=guard` whether to quit).
 */
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "../app/styles.css";

import { createRoot } from "react-dom/client";

import { App } from "../app/App";
import { BackendError } from "../backend";
import { FakeBackend, FakeDesktop } from "../backend/fake";
import { pauseAll } from "../backend/fake/desktop";

const query = new URLSearchParams(window.location.search);
// A history after # would take the query for its own.
window.history.replaceState(null, "", window.location.pathname + window.location.hash);
const backend = new FakeBackend(
  Number(query.get("rows") ?? 1_000_000),
  query.has("empty") ? [] : undefined,
  Date.now(),
  query.has("empty") ? 0 : Number(query.get("conversations") ?? 1_284),
);
backend.settings.language = query.get("language") ?? "en";
backend.settings.theme = query.get("theme") ?? "system";
backend.latency = 3;
if (query.has("bulk")) {
  backend.bulks.begin();
  setInterval(() => backend.bulks.step(), 200);
}
if (query.has("desktop") || query.has("ask")) {
  const desktop = (backend.desktop = new FakeDesktop(query.get("desktop") !== "bare"));
  if (query.has("ask"))
    setTimeout(() => desktop.tell({ type: "ask", guard: query.get("ask") === "guard", tray: desktop.now.tray }), 800);
}
if (query.has("paused")) pauseAll(backend.status, { untilMs: Date.now() + 840_000 });
if (query.has("demo")) backend.status.demo = true;
if (query.has("offline"))
  backend.answers["status.get"] = () => {
    throw new BackendError({ code: "DB-01", message: "In use." });
  };
const rate = Number(query.get("rate") ?? 0);
if (rate > 0) {
  let owed = 0;
  setInterval(() => {
    owed += rate / 20;
    for (; owed >= 1; owed -= 1) backend.push();
  }, 50);
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App backend={backend} />);
