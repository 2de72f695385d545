/** Puts a part of a screen, or the whole app, on the made-up backend. */
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";

import { App } from "../app/App";
import { BackendProvider } from "../app/backend";
import { LiveProvider } from "../app/live";
import { makeQueryClient } from "../app/queries";
import { FakeBackend } from "../backend/fake";
import { WordsProvider } from "../strings/text";

/** A part of a screen, in English. */
export function renderPart(part: ReactNode, backend = new FakeBackend()) {
  const view = render(
    <MantineProvider env="test">
      <BackendProvider value={backend}>
        <QueryClientProvider client={makeQueryClient()}>
          <WordsProvider language="en">
            <LiveProvider>{part}</LiveProvider>
          </WordsProvider>
        </QueryClientProvider>
      </BackendProvider>
    </MantineProvider>,
  );
  return { ...view, backend };
}

/** The whole app at an address. */
export function renderApp(address: string, backend = new FakeBackend()) {
  window.location.hash = address;
  return { ...render(<App backend={backend} />), backend };
}
