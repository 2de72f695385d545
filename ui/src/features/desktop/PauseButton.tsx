/** Pauses everything for a while, and resumes it. */
import { ActionIcon, Menu } from "@mantine/core";

import { useCommand, useStatus } from "../../app/queries";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";

const spans = [15, 60] as const;

/** A small button beside the relay's state. */
export function PauseButton() {
  const { text } = useWords();
  const status = useStatus().data;
  const pause = useCommand("relay.pause", ["status"]);
  const resume = useCommand("relay.resume", ["status"]);
  if (!status) return null;
  if (status.paused)
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text("tray-resume")}
        title={text("tray-resume")}
        loading={resume.isPending}
        onClick={() => resume.mutate({})}
      >
        <Icon name="play" />
      </ActionIcon>
    );
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text("tray-pause")}
          title={text("tray-pause")}
          loading={pause.isPending}
        >
          <Icon name="pause" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text("tray-pause")}</Menu.Label>
        {spans.map((minutes) => (
          <Menu.Item key={minutes} onClick={() => pause.mutate({ untilMs: Date.now() + minutes * 60_000 })}>
            {text(`tray-pause-${minutes}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => pause.mutate({})}>{text("tray-pause-open")}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text("pause-hint")}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
