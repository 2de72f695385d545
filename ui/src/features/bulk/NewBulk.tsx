/** A new bulk send in steps: choose, check, send. The result is the bulk send's own page. Going back loses nothing, and nothing is asked twice. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { useDraft } from "../../app/drafts";
import { useCommand } from "../../app/queries";
import type { BulkChoice, BulkInput, BulkView, ConversationFilter } from "../../backend";
import { DraftOffer } from "../../components/DraftOffer";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { Page } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { Check } from "./Check";
import { takeChoice } from "./choice";
import { Choose } from "./Choose";
import { Confirm } from "./Confirm";
import { emptyDraft, inputOf, isTouched, keptOf } from "./draft";

const steps = ["choose", "check", "send", "result"] as const;
type Step = (typeof steps)[number];

/** What another screen chose; nothing where the admin came by themselves. */
function givenChoice(filter: ConversationFilter | undefined): BulkChoice | undefined {
  if (filter) return { kind: "filter", filter };
  const ids = takeChoice();
  return ids.length > 0 ? { kind: "ids", ids } : undefined;
}

/** The screen of a new bulk send. */
export function NewBulk({ filter }: { filter: ConversationFilter | undefined }) {
  const { text } = useWords();
  const navigate = useNavigate();
  const [given, setGiven] = useState(() => givenChoice(filter));
  const [draft, setDraft] = useState(() => emptyDraft(given !== undefined));
  const [step, setStep] = useState<Step>("choose");
  const [checked, setChecked] = useState<BulkInput>();
  const [changed, setChanged] = useState(false);
  const [sent, setSent] = useState<BulkView>();
  const kept = useDraft("bulk", sent ? undefined : keptOf(draft, given));
  const preview = useCommand("bulk.preview", [], "shown");
  const heading = useRef<HTMLHeadingElement>(null);

  // The question about leaving must know that it was sent before the page is left.
  useEffect(() => {
    if (sent) void navigate({ to: "/bulk", search: { bulk: sent.id }, replace: true });
  }, [sent, navigate]);

  const go = (to: Step) => {
    setStep(to);
    // What comes next is read from its beginning.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const check = (input: BulkInput) => {
    setChecked(input);
    preview.mutate(input);
    go("check");
  };
  const choose = () => {
    const input = inputOf(draft, given);
    if (!input) return;
    setChanged(false);
    check(input);
  };
  const at = steps.indexOf(step);
  return (
    <Page
      title={text("bulk-new")}
      tabs={
        <p className={css.back}>
          <TextLink to="/bulk" search={{}}>
            {text("bulk-all")}
          </TextLink>
        </p>
      }
    >
      <LeaveQuestion dirty={isTouched(draft) && !sent} />
      <ol className={css.steps} aria-label={text("bulk-steps")}>
        {steps.map((one, index) => (
          <li key={one} aria-current={one === step ? "step" : undefined} data-done={index < at || undefined}>
            {index < at ? (
              <button type="button" onClick={() => go(one)}>
                <StepWords step={one} number={index + 1} done />
              </button>
            ) : (
              <span>
                <StepWords step={one} number={index + 1} />
              </span>
            )}
          </li>
        ))}
      </ol>
      <div className={css.step}>
        <h2 className="visually-hidden" ref={heading} tabIndex={-1}>
          {text(`bulk-step-${step}`)}
        </h2>
        {step === "choose" && (
          <DraftOffer
            found={kept.found}
            partly
            onTake={(values) => {
              setGiven(values.given);
              setDraft({ ...emptyDraft(values.given !== undefined), ...values.draft });
              kept.answer("take");
            }}
            onDrop={() => kept.answer("drop")}
          />
        )}
        {step === "choose" && (
          <Choose
            draft={draft}
            given={given}
            onChange={(change) => setDraft({ ...draft, ...change })}
            onNext={choose}
          />
        )}
        {step === "check" && checked && (
          <Check
            preview={preview}
            changed={changed}
            onAgain={() => check(checked)}
            onBack={() => go("choose")}
            onNext={() => (setChanged(false), go("send"))}
          />
        )}
        {step === "send" && checked && preview.data && (
          <Confirm
            input={checked}
            preview={preview.data}
            onBack={() => go("check")}
            onSent={setSent}
            onChanged={() => {
              setChanged(true);
              check(checked);
            }}
          />
        )}
      </div>
    </Page>
  );
}

function StepWords({ step, number, done = false }: { step: Step; number: number; done?: boolean }) {
  const { text } = useWords();
  return (
    <>
      <i className="figures" aria-hidden="true">
        {done ? "✓" : number}
      </i>
      {text(`bulk-step-${step}`)}
      {done && <span className="visually-hidden"> ({text("bulk-step-done")})</span>}
    </>
  );
}
