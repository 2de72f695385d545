/** After the first message: whether Switchboard should start with the computer. Asked once, and only where the host can do it. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { BackendError, Desktop, DesktopState } from "../../backend";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./setup.module.css";

/** Where it is remembered that it was asked. */
const ASKED = "switchboard-autostart-asked";

/** The question, and what came of it. */
export function StartWithComputer({ desktop }: { desktop: Desktop }) {
  const { text } = useWords();
  const queries = useQueryClient();
  const [over, setOver] = useState(() => localStorage.getItem(ASKED) !== null);
  const state = useQuery({ queryKey: ["desktop"], queryFn: () => desktop.state(), networkMode: "always" });
  const start = useMutation<DesktopState, BackendError>({
    mutationFn: () => desktop.setAutostart(true),
    networkMode: "always",
    onSuccess: (now) => queries.setQueryData(["desktop"], now),
  });
  const asks = !over && state.data?.autostart === false;
  useEffect(() => {
    // Whoever passes over it has answered as well.
    if (asks) localStorage.setItem(ASKED, "1");
  }, [asks]);
  if (start.data?.autostart)
    return (
      <p className="small" role="status">
        {text("setup-autostart-on")}{" "}
        <TextLink to="/settings" search={{ section: "desktop" }}>
          {text("setup-autostart-change")}
        </TextLink>
      </p>
    );
  if (!asks) return null;
  return (
    <section className={css.box} aria-label={text("setup-autostart")}>
      <b>{text("setup-autostart")}</b>
      <p className="small muted">{text("setup-autostart.meaning")}</p>
      {start.error && <TroubleNote trouble={start.error} />}
      <div className="row wrap">
        <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
          {text("desktop-autostart")}
        </Button>
        <Button variant="subtle" onClick={() => setOver(true)}>
          {text("setup-autostart-not")}
        </Button>
      </div>
    </section>
  );
}
