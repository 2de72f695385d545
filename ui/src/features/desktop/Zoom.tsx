/** Ctrl with plus, minus and 0 in a window, which has no such keys of its own as a browser has. */
import { useEffect } from "react";

import { useBackend } from "../../app/backend";
import { useSettingsChange } from "../../app/queries";
import { zoomAfter } from "./zoom";

/** Listens to the keys; in a browser to nothing. */
export function Zoom() {
  return useBackend().desktop ? <Keys /> : null;
}

function Keys() {
  const { mutate } = useSettingsChange();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || zoomAfter(event.key, 100) === undefined) return;
      event.preventDefault();
      mutate((now) => ({ zoom: zoomAfter(event.key, now.zoom) ?? now.zoom }));
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [mutate]);
  return null;
}
