/** Lines of made-up conversations: messages of every kind, and what happens besides. The same line every time. */
import { idAt } from "../ids";
import type { ConversationRow, EventKind, FileView, TranscriptLine, TranscriptMessage } from "../schema";
import { silent, trouble } from "./samples";

/** A message with everything at its default. */
export const words: TranscriptMessage = {
  key: null,
  from: "customer",
  author: null,
  text: "",
  contentType: null,
  files: [],
  private: false,
  template: false,
  status: null,
  said: null,
};

const asked = [
  "Hello, where is my order?",
  "Добрый день! Подскажите, пожалуйста, когда приедет курьер? Мне нужно уйти из дома до обеда.",
  "I would like to return the blue one and get the red one instead, is that possible before the weekend?",
  "<b>not bold</b> & <script>alert(1)</script>",
  "ok",
  "Können Sie mir die Rechnung noch einmal schicken?",
];
const answered = [
  "Ihre Bestellung ist unterwegs und kommt morgen an.",
  "One moment, I am looking it up for you.",
  "Курьер будет у Вас с 14 до 16 часов.\nНомер заказа тот же.",
  "You are welcome. Have a nice day",
];
const happened: [EventKind, string, string, string][] = [
  ["conversation.updated", "conversation_updated", "Assigned to Olga Smirnova", "assigned"],
  ["conversation.status_changed", "conversation_status_changed", "Status: pending", "status"],
  ["conversation.rated", "message_updated", "Rated 5", "rated"],
  ["conversation.goal", "chat_session goal", "Goal reached: order placed", "goal"],
];

const file = (change: Partial<FileView>): FileView => ({
  id: "f1",
  name: "invoice.pdf",
  contentType: "application/pdf",
  size: 48_000,
  url: "http://127.0.0.1:8787/file/f1/1795000000-9f3a/invoice.pdf",
  error: null,
  ...change,
});

/** The line of an index. */
export function lineOf(row: ConversationRow, index: number): TranscriptLine {
  const seed = Number(row.key) + index * 7;
  const count = Math.max(row.messages, index + 1);
  const at = Math.round(row.startedAt + ((row.lastAt - row.startedAt) * (index + 1)) / count);
  const line: TranscriptLine = {
    id: `t${String(index).padStart(5, "0")}`,
    at,
    message: null,
    event: null,
    exchange: idAt(at),
    state: "delivered",
    skipped: null,
    repeats: 0,
    error: null,
    failed: [],
  };
  if (index % 9 === 4 && index < count - 1) {
    const [kind, platformName, english, key] = happened[seed % happened.length] ?? happened[0]!;
    const sentence = { key: `made-up-${key}`, params: {}, english, tone: "neutral" as const };
    return { ...line, state: null, event: { kind, platformName, sentence } };
  }
  const customer = seed % 3 !== 1;
  const message: TranscriptMessage = {
    ...words,
    key: String(9_000 + index),
    from: customer ? "customer" : "operator",
    author: customer ? row.who : "Olga Smirnova",
    text: (customer ? asked[seed % asked.length] : answered[seed % answered.length]) ?? "",
    status: customer ? null : seed % 2 === 0 ? "read" : "delivered",
  };
  if (seed % 17 === 3) message.files = [file({})];
  if (seed % 41 === 5)
    message.files = [file({ id: null, name: "photo.jpg", size: 2_400_000, url: null, error: trouble("ID-05") })];
  if (index % 14 === 7)
    return {
      ...line,
      state: "skipped",
      skipped: "notSubscribed",
      message: { ...message, from: "operator", author: "Priya Nair", private: true, status: null, text: "Was angry." },
    };
  if (index === 1)
    return {
      ...line,
      message: { ...message, from: "system", author: null, template: true, text: "We will be with you shortly." },
    };
  if (seed % 43 === 1 || (row.id === "v00000" && (index === 57 || index === 421 || index === 636)))
    return { ...line, state: "failed", error: silent, failed: [`${row.id}-${index}`], message };
  return { ...line, message };
}
