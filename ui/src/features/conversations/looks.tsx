/** How a conversation's status and its waiting to be sent look: colour, shape and word. */
import type { ConversationStatus, FlagView, When } from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { useWords } from "../../strings/text";
import css from "./conversations.module.css";

/** Every status, in the order in which they are offered. */
export const statuses = ["open", "pending", "snoozed", "resolved", "ended"] as const satisfies ConversationStatus[];

/** The colour and shape of each status. */
export const statusLooks: Record<ConversationStatus, [string, ShapeName]> = {
  open: ["blue", "ring"],
  pending: ["amber", "half"],
  snoozed: ["grey", "bars"],
  resolved: ["green", "tick"],
  ended: ["grey", "dash"],
};

/** Where a conversation stands; nothing where the platform has no such thing. */
export function StatusMark({ status }: { status: ConversationStatus | null }) {
  const { text } = useWords();
  if (status === null) return <span className="muted">–</span>;
  const [colour, shape] = statusLooks[status];
  return (
    <span className={css.mark}>
      <i className={colour}>
        <Shape name={shape} />
      </i>
      <span className="clip">{text(`conversation-status-${status}`)}</span>
    </span>
  );
}

/** What a flagged conversation waits for, in a word or two. */
export const flagKey = (when: When) => `flag-${when === "statusChanged" ? "status" : when}`;

/** That a conversation is to be sent later, and when. */
export function FlagMark({ flag }: { flag: FlagView }) {
  const { text, format } = useWords();
  return (
    <span
      className={css.flag}
      title={`${text(`${flagKey(flag.when)}.meaning`, { to: flag.to })} ${text("flag-since", { when: format.exact(flag.at) })}`}
    >
      <Shape name="glass" size={10} />
      <span className="clip">{text(flagKey(flag.when))}</span>
    </span>
  );
}

/** A value of a custom attribute as people read it. */
export function attribute(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
