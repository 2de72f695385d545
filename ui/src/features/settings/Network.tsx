/** How this computer reaches others, and who of the inside may be reached. */
import { Input, SegmentedControl, TextInput } from "@mantine/core";

import { useWords } from "../../strings/text";
import { Group, Line, Place, useEdit } from "./edit";
import css from "./settings.module.css";

/** Proxy, patience with senders, hosts inside the network. */
export function Network() {
  const { text } = useWords();
  const { form, set, errorAt } = useEdit();
  return (
    <>
      <Group title={text("field-proxy")}>
        <Place name="field-proxy">
          <Input.Wrapper labelElement="div" labelProps={{ style: { display: "none" } }} label={text("field-proxy")}>
            <SegmentedControl
              aria-label={text("field-proxy")}
              value={form.proxyKind}
              onChange={(proxyKind) => set({ proxyKind })}
              data={["system", "none", "address"].map((kind) => ({ value: kind, label: text(`proxy-${kind}`) }))}
            />
          </Input.Wrapper>
          {form.proxyKind === "address" && (
            <TextInput
              mt={8}
              aria-label={text("proxy-address")}
              placeholder="http://proxy.example.com:3128"
              classNames={{ input: "mono" }}
              value={form.proxy}
              error={errorAt("proxy")}
              onChange={(event) => set({ proxy: event.currentTarget.value })}
            />
          )}
        </Place>
      </Group>
      <Group title={text("settings-limits")}>
        <div className={css.pair}>
          <Line field="intakeTimeoutMs" />
        </div>
        <Line field="fileHosts" mono placeholder="files.example.lan, 10.0.0.5" />
      </Group>
    </>
  );
}
