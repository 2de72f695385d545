/** What is known of the case a letter is about: from where the question arose, else from the channels and settings there are. */
import type { Known } from "../strings/requests";
import { useChannels, useSettings, useStatus } from "./queries";

/** It. `about`: the channel and the server it is about, as far as that is known. */
export function useKnown({ channel, host }: { channel?: string | null | undefined; host?: string | undefined }): Known {
  const channels = useChannels().data ?? [];
  const settings = useSettings().data;
  const status = useStatus().data;
  return {
    channel: channels.find(({ id }) => id === channel),
    channels,
    host,
    publicUrl: settings?.publicUrl,
    listen: status?.relay.listen ?? settings?.listen,
  };
}
