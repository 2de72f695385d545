/** Home before there is any channel: what the app does, in which language and look, and the two ways to begin. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";

import { useCommand } from "../../app/queries";
import { LookPickers } from "../../components/LookPickers";
import { Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./home.module.css";

/** The screen. */
export function Welcome() {
  const { text } = useWords();
  const navigate = useNavigate();
  const demo = useCommand("demo.start", ["status", "channels"], "shown");
  return (
    <Page title={text("welcome-title")} sentence={text("welcome-sentence")}>
      <div className={css.welcome}>
        <ol className={css.path} aria-label={text("welcome-path")}>
          {["platforms", "relay", "endpoint"].map((stop) => (
            <li key={stop}>
              <b>{text(`welcome-${stop}`)}</b>
              <span className="muted">{text(`welcome-${stop}.meaning`)}</span>
            </li>
          ))}
        </ol>
        <LookPickers />
        <div className="row wrap">
          <Button size="md" onClick={() => void navigate({ to: "/setup", search: {} })}>
            {text("channels-add")}
          </Button>
          <Button variant="default" loading={demo.isPending} onClick={() => demo.mutate({})}>
            {text("welcome-demo")}
          </Button>
        </div>
        <p className="small muted">{text("welcome-local")}</p>
        {demo.error && <TroubleNote trouble={demo.error} />}
      </div>
    </Page>
  );
}
