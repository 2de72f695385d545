/** The app around its screens: backend, cache, words, look, live rows. */
import { MantineProvider, useMantineColorScheme } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useState, type ReactNode } from "react";

import type { Backend } from "../backend";
import { Closing } from "../features/desktop/Closing";
import { Zoom } from "../features/desktop/Zoom";
import { WordsProvider } from "../strings/text";
import { negotiate } from "../strings/words";
import { BackendProvider } from "./backend";
import { LiveProvider } from "./live";
import { rememberPlaces, restorePlace } from "./lastPlace";
import { makeQueryClient, useSettings } from "./queries";
import { makeRouter } from "./router";
import { Notes } from "./say";
import { ShortcutsProvider } from "./shortcuts";
import { theme } from "./theme";

/** The last language chosen, so that the first screen does not speak another while the settings are read. */
const LANGUAGE = "switchboard-language";

/** The app on a backend. */
export function App({ backend }: { backend: Backend }) {
  const [queries] = useState(makeQueryClient);
  const inWindow = backend.desktop !== undefined;
  const [router] = useState(() => {
    if (inWindow) restorePlace(Date.now());
    return makeRouter();
  });
  useEffect(() => (inWindow ? rememberPlaces(router) : undefined), [inWindow, router]);
  const go = useCallback((to: string) => router.history.push(to), [router]);
  useEffect(keepFilesOut, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <BackendProvider value={backend}>
        <QueryClientProvider client={queries}>
          <Preferences>
            <ShortcutsProvider>
              <LiveProvider>
                <RouterProvider router={router} />
                <Closing go={go} />
                <Zoom />
              </LiveProvider>
              <Notes />
            </ShortcutsProvider>
          </Preferences>
        </QueryClientProvider>
      </BackendProvider>
    </MantineProvider>
  );
}

/** A file dropped where nobody takes it would be shown in place of the app. */
function keepFilesOut(): () => void {
  const refuse = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  window.addEventListener("dragover", refuse);
  window.addEventListener("drop", refuse);
  return () => {
    window.removeEventListener("dragover", refuse);
    window.removeEventListener("drop", refuse);
  };
}

/** Follows the settings' language and theme. */
function Preferences({ children }: { children: ReactNode }) {
  const settings = useSettings().data;
  const { setColorScheme } = useMantineColorScheme();
  const chosenTheme = settings?.theme;
  useEffect(() => {
    if (chosenTheme) setColorScheme(chosenTheme === "light" || chosenTheme === "dark" ? chosenTheme : "auto");
  }, [chosenTheme, setColorScheme]);
  const chosenLanguage = settings?.language;
  useEffect(() => {
    if (chosenLanguage) localStorage.setItem(LANGUAGE, chosenLanguage);
  }, [chosenLanguage]);
  const language = negotiate(chosenLanguage ?? localStorage.getItem(LANGUAGE) ?? undefined, navigator.languages);
  return <WordsProvider language={language}>{children}</WordsProvider>;
}
