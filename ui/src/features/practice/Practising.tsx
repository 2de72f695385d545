/** That a channel sends to its practice endpoint, wherever the channel is shown: its own program gets nothing meanwhile. */
import { Badge, Button } from "@mantine/core";

import { useCommand, usePracticeEndpoint } from "../../app/queries";
import type { ChannelView, PracticeEndpoint } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./practice.module.css";

/** Whether an address can be that of a practice endpoint: a port of this computer. Others need not be asked about. */
const mayPractise = ({ callbackUrl }: ChannelView) => /^http:\/\/127\.0\.0\.1:\d+\/$/.test(callbackUrl ?? "");

/** The practice endpoint where the channel sends to it. */
function useInUse({ id, callbackUrl }: ChannelView): PracticeEndpoint | undefined {
  const endpoint = usePracticeEndpoint(id).data;
  return endpoint && endpoint.url === callbackUrl ? endpoint : undefined;
}

/** A word beside the channel's name. Nothing where the channel does not practise. */
export function PractisingPill({ channel }: { channel: ChannelView }) {
  return mayPractise(channel) ? <Pill channel={channel} /> : null;
}

function Pill({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  if (!useInUse(channel)) return null;
  return (
    <Badge color="gray" variant="light" tt="none" flex="none" title={text("practice-in-use")}>
      {text("practice-badge")}
    </Badge>
  );
}

/** The note at the channel's settings, with the way back. Nothing where the channel does not practise. */
export function StillPractising({ channel }: { channel: ChannelView }) {
  return mayPractise(channel) ? <Still channel={channel} /> : null;
}

function Still({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  const endpoint = useInUse(channel);
  if (!endpoint) return null;
  return (
    <div className={css.still} role="note">
      <p className="row">
        <Icon name="warning" /> <span>{text("practice-in-use")}</span>
      </p>
      <BackFromPractice endpoint={endpoint} />
    </div>
  );
}

/** Lets a channel send to where it sent before. */
export function BackFromPractice({ endpoint: { channel, before } }: { endpoint: PracticeEndpoint }) {
  const { text } = useWords();
  const use = useCommand("practice.endpoint.use", ["channels", "practice"]);
  return (
    <div className="stack">
      <div>
        <Button variant="default" loading={use.isPending} onClick={() => use.mutate({ channel, on: false })}>
          {before ? text("practice-back-to", { url: before }) : text("practice-back-to-none")}
        </Button>
      </div>
      {use.error && <TroubleNote trouble={use.error} />}
    </div>
  );
}
