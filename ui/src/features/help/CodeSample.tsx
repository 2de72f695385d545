/** A piece of code with a button that copies it. */
import { CopyIcon } from "../../components/CopyButton";
import { useWords } from "../../strings/text";
import css from "./help.module.css";
import { eventSample, outboxCurl, signatureNode, signaturePython } from "./samples";

const samples = {
  event: ["HTTP", eventSample],
  "signature-node": ["Node.js", signatureNode],
  "signature-python": ["Python", signaturePython],
  "outbox-curl": ["curl", outboxCurl],
} as const;

/** The sample of that name. */
export function CodeSample({ name }: { name: keyof typeof samples }) {
  const { text } = useWords();
  const [language, code] = samples[name];
  return (
    <figure className={css.code}>
      <figcaption className="row">
        <span className="small muted grow">{language}</span>
        <CopyIcon label={text("help-code-copy")} get={() => code} />
      </figcaption>
      <pre className="mono" tabIndex={0} role="region" aria-label={language}>
        {code}
      </pre>
    </figure>
  );
}
