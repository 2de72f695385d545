/** The journey an exchange belongs to, for a pane. */
import { Button, Loader } from "@mantine/core";

import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { JourneyView } from "./JourneyView";
import { useJourney } from "./useJourney";

/** The tab. */
export function JourneyTab({ exchange, onShow }: { exchange: string; onShow: (exchange: string) => void }) {
  const { text } = useWords();
  const journey = useJourney({ exchange });
  if (journey.error && !journey.data)
    return (
      <TroubleNote
        trouble={journey.error}
        action={<Button onClick={() => void journey.refetch()}>{text("action-try-again")}</Button>}
      />
    );
  if (!journey.data) return <Loader size="sm" aria-label={text("journey-loading")} />;
  return (
    <>
      <JourneyView journey={journey.data} current={exchange} onShow={onShow} />
      <p className="small">
        <TextLink to="/traffic/journey/$id" params={{ id: exchange }}>
          {text("journey-open-wide")}
        </TextLink>
      </p>
    </>
  );
}
