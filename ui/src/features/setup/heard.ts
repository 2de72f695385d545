/** What a platform has said to a channel, out of the rows of the log. Pure. */
import type { ExchangeRow } from "../../backend";

/** What counts for whether a channel works. */
export interface Heard {
  /** The newest hello. */
  hello: ExchangeRow | undefined;
  /** The first message. */
  message: ExchangeRow | undefined;
  /** The first message; before there is one, the first of anything. */
  first: ExchangeRow | undefined;
  /** The newest request that was refused; none once a later one was taken. */
  refused: ExchangeRow | undefined;
}

/** What was heard, of rows with the newest first. Practice and the endpoint's own requests say nothing of the platform. */
export function heardOf(rows: readonly ExchangeRow[]): Heard {
  const said = rows.filter(({ source }) => source === "platform");
  const taken = said.filter(({ status, kind, skipped }) => status === 200 && kind !== null && skipped !== "otherInbox");
  const message = taken.findLast(({ kind }) => kind?.startsWith("message.") ?? false);
  const [last] = taken;
  // What was done about it later is another question.
  const refused = said.find(({ status }) => status !== null && status >= 400);
  return {
    hello: taken.find(({ kind }) => kind === "channel.connected"),
    message,
    first: message ?? taken.at(-1),
    refused: refused && last && last.at > refused.at ? undefined : refused,
  };
}
