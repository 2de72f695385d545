/** How often and how fast what goes out is tried. */
import { useWords } from "../../strings/text";
import { Group, Line } from "./edit";
import css from "./settings.module.css";

/** Waits, order, time-outs and limits. */
export function Delivery() {
  const { text } = useWords();
  return (
    <>
      <Group title={text("settings-retries")}>
        <Line field="retryScheduleMs" />
        <Line field="rejectedScheduleMs" />
        <Line field="bulkScheduleMs" />
        <div className={css.pair}>
          <Line field="retryJitter" />
          <Line field="holdLaneMs" />
        </div>
      </Group>
      <Group title={text("settings-limits")}>
        <div className={css.pair}>
          <Line field="timeoutMs" />
          <Line field="concurrency" />
          <Line field="breakerAfter" />
          <Line field="probeMs" />
        </div>
      </Group>
    </>
  );
}
