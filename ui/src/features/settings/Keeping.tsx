/** What is kept, for how long, and how much of what was said. */
import { useWords } from "../../strings/text";
import { Group, Line } from "./edit";
import css from "./settings.module.css";

/** An age for the log, for single tries and for conversations. */
export function Keeping() {
  const { text } = useWords();
  return (
    <Group title={text("settings-ages")}>
      <div className={css.pair}>
        <Line field="keepTrafficDays" />
        <Line field="keepTriesDays" />
        <Line field="keepConversationsDays" />
      </div>
    </Group>
  );
}
