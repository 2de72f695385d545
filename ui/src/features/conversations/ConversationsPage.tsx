/** Not there yet. */
import { useWords } from "../../strings/text";

/** Not there yet. */
export function ConversationsPage() {
  const { text } = useWords();
  return <h1>{text("nav-conversations")}</h1>;
}
