/** The page's start: asks who hosts it, then shows the app. */
// First: libraries ask for the language while they are loaded.
import "./app/locale";

import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "./app/styles.css";

import { createRoot } from "react-dom/client";

import { App } from "./app/App";
import { connect } from "./backend";

const root = document.getElementById("root");
if (!root) throw new Error("index.html lost its root.");
createRoot(root).render(<App backend={await connect()} />);
