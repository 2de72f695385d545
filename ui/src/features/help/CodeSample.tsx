/** A piece of code with a button that copies it. */
import { CopyIcon } from "../../components/CopyButton";
import { useWords } from "../../strings/text";
import css from "./help.module.css";
import { codeSamples } from "./samples";

/** The sample of that name. */
export function CodeSample({ name }: { name: keyof typeof codeSamples }) {
  const { text } = useWords();
  const [language, code] = codeSamples[name];
  return (
    <figure id={`code-${name}`} className={css.code}>
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
