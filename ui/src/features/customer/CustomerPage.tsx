/** The practice customer's place: beside the channels where there is room, alone where there is not. */
import { Button } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";

import { useChannels } from "../../app/queries";
import { Pane } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ChannelList } from "../channels/ChannelsPage";
import { CustomerPane } from "./CustomerPane";

/** The screen. */
export function CustomerPage() {
  const { text } = useWords();
  const { id } = useParams({ from: "/channels/$id/customer" });
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
          <CustomerPane key={id} channel={channel} onClose={leave} />
        ) : channels ? (
          <Pane title={<h2>{text("customer-title")}</h2>} label={text("customer-title")} onClose={leave}>
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
