/** The page's start: asks who hosts it, then shows the app. */
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "./app/styles.css";

import { createRoot } from "react-dom/client";

import { App } from "./app/App";
import { connect } from "./backend";

const root = document.getElementById("root");
if (!root) throw new Error("index.html lost its root.");
createRoot(root).render(<App backend={await connect()} />);
