/** The journey of one message with all the room there is, and the exchanges it passed through beside it. */
import { Button, Loader } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";

import { Empty, Page } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ExchangePane } from "../traffic/ExchangePane";
import css from "./journey.module.css";
import { JourneyView } from "./JourneyView";
import { useJourney } from "./useJourney";

/** The page. */
export function JourneyPage() {
  const { text } = useWords();
  const { id } = useParams({ from: "/traffic/journey/$id" });
  const journey = useJourney({ exchange: id });
  const [shown, setShown] = useState<string | undefined>();
  const gone = journey.error?.code === "ID-05";
  return (
    <Page
      title={text("journey-title")}
      sentence={text("journey-sentence")}
      tabs={
        <p className={`small ${css.back}`}>
          <TextLink to="/traffic" search={{ exchange: id }}>
            {text("journey-to-log")}
          </TextLink>
        </p>
      }
      pane={
        shown !== undefined ? (
          <ExchangePane key={shown} beside id={shown} onClose={() => setShown(undefined)} onShow={setShown} />
        ) : undefined
      }
    >
      {journey.data ? (
        <JourneyView journey={journey.data} current={shown ?? id} onShow={setShown} />
      ) : gone ? (
        <Empty title={text("journey-gone")}>{text("journey-gone-hint")}</Empty>
      ) : journey.error ? (
        <TroubleNote
          trouble={journey.error}
          action={<Button onClick={() => void journey.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : (
        <Loader size="sm" aria-label={text("journey-loading")} />
      )}
    </Page>
  );
}
