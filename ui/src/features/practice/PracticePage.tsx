/** Practising with a channel: an endpoint that answers as it is told, and samples of what the platform sends. */
import { Button } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";

import { useChannels } from "../../app/queries";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ChannelList } from "../channels/ChannelsPage";
import { EndpointPart } from "./EndpointPart";
import { SamplesPart } from "./SamplesPart";

/** The screen. */
export function PracticePage() {
  const { text } = useWords();
  const { id } = useParams({ from: "/channels/$id/practice" });
  const navigate = useNavigate();
  const channels = useChannels().data;
  const channel = channels?.find((one) => one.id === id);
  const leave = () => void navigate({ to: "/channels", search: channel ? { channel: id } : {} });
  return (
    <ChannelList
      shown={id}
      paneAlone
      pane={
        channel ? (
          <Pane
            key={id}
            label={text("practice-title")}
            onClose={leave}
            title={
              <>
                <PlatformMark platform={channel.platform} preset={channel.preset} />
                <div className="grow">
                  <h2 className="clip">{text("practice-title")}</h2>
                  <p className="muted small clip">{channel.name}</p>
                </div>
              </>
            }
          >
            <div className="stack wide">
              <p className="muted">{text("practice-sentence")}</p>
              <EndpointPart channel={channel} />
              <SamplesPart channel={channel} />
            </div>
          </Pane>
        ) : channels ? (
          <Pane title={<h2>{text("practice-title")}</h2>} label={text("practice-title")} onClose={leave}>
            <TroubleNote
              trouble={{ code: "ID-05", message: "" }}
              action={<Button onClick={leave}>{text("traffic-empty-channels")}</Button>}
            />
          </Pane>
        ) : undefined
      }
    />
  );
}
