/** Not there yet. */
import { useWords } from "../../strings/text";

/** Not there yet. */
export function BulkPage() {
  const { text } = useWords();
  return <h1>{text("nav-bulk")}</h1>;
}
