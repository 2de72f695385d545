/** Under which addresses the relay is reached. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import { useCommand, useStatus } from "../../app/queries";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { Group, Line } from "./edit";

/** The public address, the one on this computer, and how long those of files work. */
export function Addresses() {
  const { text } = useWords();
  return (
    <>
      <Group title={text("settings-addresses")}>
        <Line field="publicUrl" mono placeholder="https://relay.example.com" />
        <Line field="listen" mono />
        <TakenPort />
      </Group>
      <Group title={text("settings-files")}>
        <Line field="fileAddressHours" />
      </Group>
    </>
  );
}

/** Who has the port, and one that is free; only while the relay cannot have it. */
function TakenPort() {
  const { text } = useWords();
  const backend = useBackend();
  const relay = useStatus().data?.relay;
  const error = relay?.error ?? relay?.stays;
  const taken = error?.code === "PORT-01";
  const advice = useQuery({
    queryKey: ["advice"],
    queryFn: () => backend.call("relay.advice", {}),
    enabled: taken,
    networkMode: "always",
  }).data;
  const use = useCommand("relay.usePort", ["settings", "status", "channels", "advice"], "shown");
  if (!taken || !advice) return null;
  const { listen, program, free } = advice;
  const port = String(free);
  return (
    <TroubleNote
      trouble={error}
      action={
        <div className="stack">
          <p>
            {program === null ? text("port-taken-unknown", { listen }) : text("port-taken", { program, listen })}{" "}
            {free === null ? text("port-none-free") : text("port-free", { port })}
          </p>
          {free !== null && (
            <div>
              <Button loading={use.isPending} onClick={() => use.mutate({ port: free })}>
                {text("port-use", { port })}
              </Button>
            </div>
          )}
          {use.error && <TroubleNote trouble={use.error} />}
        </div>
      }
    />
  );
}
