/** Under which addresses the relay is reached. */
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
      </Group>
      <Group title={text("settings-files")}>
        <Line field="fileAddressHours" />
      </Group>
    </>
  );
}
