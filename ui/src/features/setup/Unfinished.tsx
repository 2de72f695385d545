/** Set-ups that were left before they were finished, with the way back to each. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";

import { useChannels, useCommand } from "../../app/queries";
import { PlatformMark } from "../../components/PlatformMark";
import { useWords } from "../../strings/text";
import { useSetups } from "./queries";
import css from "./setup.module.css";

/** One line each; nothing when everything is finished. */
export function Unfinished() {
  const { text } = useWords();
  const navigate = useNavigate();
  const setups = useSetups().data ?? [];
  const channels = useChannels().data ?? [];
  const done = useCommand("setup.done", ["setups"]);
  return (
    <>
      {setups.map(({ channel: id, step }) => {
        const channel = channels.find((one) => one.id === id);
        if (!channel) return null;
        return (
          <div key={id} className={css.unfinished} role="note">
            <PlatformMark platform={channel.platform} preset={channel.preset} size={22} />
            <span className="grow">{text("setup-unfinished", { name: channel.name, step })}</span>
            <Button onClick={() => void navigate({ to: "/setup", search: { channel: id } })}>
              {text("setup-resume", { name: channel.name })}
            </Button>
            <Button variant="subtle" loading={done.isPending} onClick={() => done.mutate({ id })}>
              {text("setup-forget")}
            </Button>
          </div>
        );
      })}
    </>
  );
}
