/**
 * What can be done about a problem, wherever one is shown: the one button that mends it, and the rest as links.
 *
 * What the engine can do at once it does; what changes more than one thing is asked first, with its counts; a token or an address is typed
 * in place; the rest leads to where it is done.
 */
import { Anchor, Button, Modal, PasswordInput, Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactNode } from "react";

import { useBackend } from "../app/backend";
import { useKnown } from "../app/known";
import { useProblem, useProblems } from "../app/problems";
import { useChannels, useCommand, useSettings } from "../app/queries";
import { useUndo } from "../app/undo";
import type { ProblemView, Remedy as RemedyView, RemedyAction, RemedyResult } from "../backend";
import { letterOf, lettersFor } from "../strings/requests";
import { useWords, type Words } from "../strings/text";
import { remedyKey } from "../strings/words";
import { CopyIcon, useCopy } from "./CopyButton";
import { TextLink } from "./TextLink";
import { TroubleNote } from "./Trouble";
import css from "./Remedy.module.css";

/** What is read again after something was done. */
const TOUCHED = ["problems", "problem", "activity", "status", "channels", "settings", "links", "bulks"] as const;

const labelOf = (words: Words, remedy: RemedyView) =>
  words.text(remedyKey(remedy.action), { ...remedy.params, count: Number(remedy.params["count"] ?? 0) });

/** What came of a remedy: what was done, and why it did not help. Where nothing was done, the error alone. */
export function Outcome({ result }: { result: RemedyResult | undefined }) {
  const words = useWords();
  return (
    <>
      {result?.sentence && (
        <p className="small" role="status">
          {words.sentence(result.sentence)}
        </p>
      )}
      {result?.error && <TroubleNote trouble={result.error} />}
    </>
  );
}

/** Tells what came of a remedy, also when the problem it mended has taken its row elsewhere meanwhile. Errors are shown where it was asked for. */
const tell = (run: Promise<RemedyResult>, onDone: (result: RemedyResult) => void) =>
  void run.then(onDone, () => undefined);

/** All remedies of a problem: the first as a button, the rest as links, and what came of the last one. */
export function Remedies({
  problem,
  most = Infinity,
  look = "primary",
  onDone,
}: {
  problem: ProblemView;
  most?: number;
  /** Plain where something else is the primary button. */
  look?: "primary" | "plain";
  /** Who else hears what came of it: whoever stays when the problem goes elsewhere. It is not shown here then. */
  onDone?: (result: RemedyResult) => void;
}) {
  const [result, setResult] = useState<RemedyResult>();
  const done = onDone ?? setResult;
  const [primary, ...rest] = problem.remedies;
  return (
    <div className={css.all}>
      <div className="row wrap">
        {primary && <Remedy problem={problem} remedy={primary} look={look} onDone={done} />}
        {rest.slice(0, most).map((remedy) => (
          <Remedy key={remedy.action} problem={problem} remedy={remedy} onDone={done} />
        ))}
      </div>
      <Outcome result={result} />
    </div>
  );
}

/** One remedy. A pane has one primary button; beside that, a remedy is a plain one, and the rest are links. */
export function Remedy({
  problem,
  remedy,
  look = "link",
  onDone,
}: {
  problem: ProblemView;
  remedy: RemedyView;
  look?: "primary" | "plain" | "link";
  onDone?: (result: RemedyResult) => void;
}) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const run = useCommand("problem.remedy", TOUCHED, "shown");
  const go = useLead(problem);
  const backend = useBackend();
  const letter = useLetter(problem);
  const { result: copied, copy } = useCopy(async () =>
    remedy.action === "report"
      ? (await backend.call("problem.report", { id: problem.id })).text
      : (letter ?? note(words, problem)),
  );
  const offerUndo = useUndo();
  const concurrency = useSettings().data?.concurrency;
  const settings = useCommand("settings.update", TOUCHED);
  const done = (result: RemedyResult) => {
    onDone?.(result);
    if (remedy.action === "sendSlower" && !result.error && concurrency !== undefined)
      offerUndo({
        done: { kind: "sent-slower", params: { count: remedy.params["count"] ?? "" } },
        reverse: () => settings.mutateAsync({ concurrency }),
      });
    if (!result.error) setAsking(false);
  };
  const press = () => {
    if (remedy.kind === "run") tell(run.mutateAsync({ id: problem.id, action: remedy.action }), done);
    else if (remedy.kind === "copy") void copy();
    else if (remedy.kind === "place" && remedy.action !== "copyAddresses") go(remedy);
    else setAsking(true);
  };
  const label =
    copied === "idle" ? labelOf(words, remedy) : words.text(copied === "copied" ? "copy-done" : "copy-refused");
  return (
    <>
      {look === "primary" ? (
        <Button loading={run.isPending} onClick={press}>
          {label}
        </Button>
      ) : look === "plain" ? (
        <Button variant="default" size="compact-sm" loading={run.isPending} onClick={press}>
          {label}
        </Button>
      ) : (
        <Anchor component="button" type="button" inherit className={css.link} disabled={run.isPending} onClick={press}>
          {label}
        </Anchor>
      )}
      {run.error && !asking && <TroubleNote trouble={run.error} />}
      <Modal
        closeButtonProps={{ "aria-label": words.text("action-close") }}
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.text(remedyKey(remedy.action), blanks(remedy))}
      >
        {asking && remedy.kind === "form" && <ValueForm problem={problem} remedy={remedy} onDone={done} />}
        {asking && remedy.kind === "confirm" && (
          <Question problem={problem} remedy={remedy} onDone={done} onLeave={() => setAsking(false)} />
        )}
        {asking && remedy.action === "copyAddresses" && <Addresses problem={problem} />}
      </Modal>
    </>
  );
}

const blanks = (remedy: RemedyView) => ({ ...remedy.params, count: Number(remedy.params["count"] ?? 0) });

/** The place a remedy is done at. */
function useLead(problem: ProblemView) {
  const navigate = useNavigate();
  return (remedy: RemedyView) => {
    switch (remedy.action) {
      case "openBulk":
        return void navigate({ to: "/bulk", search: { bulk: problem.about.id ?? undefined } });
      case "chooseFolder":
        return void navigate({ to: "/settings", search: { section: "backup", at: "field-backup-folder" } });
      case "choosePort":
        return void navigate({ to: "/settings", search: { section: "addresses", at: "field-listen" } });
      case "editPublicAddress":
        return void navigate({ to: "/settings", search: { section: "addresses", at: "field-public-url" } });
      case "editSignIn":
        return void navigate({
          to: "/channels",
          search: { channel: problem.about.channel ?? undefined, at: "field-headers" },
        });
      case "showTraffic":
        return void navigate({
          to: "/traffic",
          search: { channel: problem.about.channel ?? undefined, exchange: problem.exchange ?? undefined },
        });
      default:
        return problem.about.kind === "link"
          ? void navigate({ to: "/channels/links", search: { link: problem.about.id ?? undefined } })
          : void navigate({ to: "/channels", search: { channel: problem.about.channel ?? undefined } });
    }
  };
}

/** The letter to whoever can mend it, where there is one for that. */
function useLetter(problem: ProblemView): string | undefined {
  const words = useWords();
  const known = useKnown({ channel: problem.about.channel, host: problem.params["host"] || undefined });
  const [letter] = lettersFor(words, problem.code, known);
  return letter && letterOf(letter.subject, letter.text);
}

/** What whoever can mend it needs to know. */
function note(words: Words, problem: ProblemView): string {
  const trouble = { code: problem.code, message: problem.sentence.english, params: problem.params };
  return [
    words.sentence(problem.sentence),
    words.sentence(problem.body),
    words.remedy(trouble) ?? "",
    `${problem.code} · ${words.format.exact(problem.lastAt)}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What is typed in place, and its words. */
const typed: Partial<Record<RemedyAction, { label: string; save: string; help?: string }>> = {
  newToken: { label: "problem-value-token", save: "problem-save-token", help: "problem-token-help" },
  newSecret: { label: "problem-value-secret", save: "problem-save-secret", help: "problem-secret-help" },
};
const address = { label: "problem-value-address", save: "problem-save-address" };

/** A token, a secret or an address, typed in place. It is tested before it counts. */
function ValueForm({
  problem,
  remedy,
  onDone,
}: {
  problem: ProblemView;
  remedy: RemedyView;
  onDone: (result: RemedyResult) => void;
}) {
  const { text } = useWords();
  const [value, setValue] = useState("");
  const run = useCommand("problem.remedy", TOUCHED, "shown");
  const secret = typed[remedy.action];
  const { label, save } = secret ?? address;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "")
      tell(run.mutateAsync({ id: problem.id, action: remedy.action, value: value.trim() }), onDone);
  };
  const shared = {
    value,
    onChange: (event: { currentTarget: { value: string } }) => setValue(event.currentTarget.value),
    "data-autofocus": true,
    autoComplete: "off",
    spellCheck: false,
  };
  return (
    <form className="stack wide" onSubmit={submit}>
      {secret ? (
        <PasswordInput label={text(label)} description={secret.help && text(secret.help)} {...shared} />
      ) : (
        <TextInput label={text(label)} placeholder="https://" {...shared} />
      )}
      {run.error && <TroubleNote trouble={run.error} />}
      {run.data?.error && <TroubleNote trouble={run.data.error} />}
      <div>
        <Button type="submit" loading={run.isPending} disabled={value.trim() === ""}>
          {text(save)}
        </Button>
      </div>
    </form>
  );
}

/** The question before something that changes more than one thing: what it does, and how much of it. */
function Question({
  problem,
  remedy,
  onDone,
  onLeave,
}: {
  problem: ProblemView;
  remedy: RemedyView;
  onDone: (result: RemedyResult) => void;
  onLeave: () => void;
}) {
  const words = useWords();
  const { text } = words;
  const run = useCommand("problem.remedy", TOUCHED, "shown");
  const channels = useChannels().data ?? [];
  const [channel, setChannel] = useState<string | null>(null);
  const compares = remedy.action === "trust" || remedy.action === "acceptToken";
  const detail = useProblem(problem, compares);
  const assigns = remedy.action === "process" && remedy.params["assign"] === "1";
  const certificate = detail.data?.certificate;
  const tokens = detail.data?.tokens;
  const fingerprint =
    remedy.action === "trust" ? (certificate?.fingerprint ?? remedy.params["fingerprint"]) : undefined;
  const label =
    remedy.action === "trust"
      ? text("problem-trust")
      : remedy.action === "acceptToken"
        ? text("problem-accept-token")
        : labelOf(words, remedy);
  return (
    <div className="stack wide">
      <p>{text(remedyKey(`ask-${remedy.action}`), blanks(remedy))}</p>
      {certificate && (
        <Facts
          rows={[
            ["problem-certificate-subject", [certificate.subject, ...certificate.names].filter(Boolean).join(", ")],
            ["problem-certificate-issuer", certificate.issuer],
            ["problem-certificate-until", words.format.exact(certificate.notAfter)],
            ["problem-certificate-fingerprint", <span className={`mono ${css.long}`}>{certificate.fingerprint}</span>],
          ]}
        />
      )}
      {tokens && (
        <Facts
          rows={[
            ["problem-token-saved", <span className="mono">{tokens.saved || "–"}</span>],
            ["problem-token-came", <span className="mono">{tokens.came || "–"}</span>],
            ["problem-token-sender", <span className="mono">{tokens.sender}</span>],
          ]}
        />
      )}
      {assigns && (
        <Select
          label={text("problem-assign")}
          data={channels.map(({ id, name }) => ({ value: id, label: name }))}
          value={channel}
          onChange={setChannel}
        />
      )}
      {run.error && <TroubleNote trouble={run.error} />}
      {run.data?.error && <TroubleNote trouble={run.data.error} />}
      <div className="row">
        <Button
          loading={run.isPending}
          disabled={assigns && channel === null}
          onClick={() =>
            tell(
              run.mutateAsync({
                id: problem.id,
                action: remedy.action,
                ...(channel === null ? {} : { channel }),
                ...(fingerprint === undefined ? {} : { fingerprint }),
              }),
              onDone,
            )
          }
        >
          {label}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text("action-cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Names and values, one under the other. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  const { text } = useWords();
  return (
    <dl className={css.facts}>
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt className="muted">{text(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The new addresses of the channels whose platforms have the old ones. */
function Addresses({ problem }: { problem: ProblemView }) {
  const { text } = useWords();
  const named = (problem.params["channels"] ?? "").split(" ");
  const channels = (useChannels().data ?? []).filter(({ id }) => named.includes(id));
  return (
    <div className="stack wide">
      <p>{text("problem-addresses")}</p>
      <ul className="stack">
        {channels.map((channel) => (
          <li key={channel.id} className="row">
            <span className="grow clip">
              <b>{channel.name}</b> <span className="mono small muted">{channel.intakeUrl}</span>
            </span>
            <CopyIcon get={() => channel.intakeUrl} label={text("address-copy", { name: channel.name })} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The button that mends a problem and what came of it. `without`: what is offered beside it already. */
export function FirstRemedy({
  problem,
  look = "plain",
  without = [],
  onDone,
  children,
}: {
  problem: ProblemView;
  look?: "primary" | "plain";
  without?: readonly RemedyAction[];
  /** As in {@link Remedies}. */
  onDone?: (result: RemedyResult) => void;
  children?: ReactNode;
}) {
  const [result, setResult] = useState<RemedyResult>();
  const remedy = problem.remedies.find(({ primary, action }) => primary && !without.includes(action));
  return (
    <span className="row wrap">
      {remedy && <Remedy problem={problem} remedy={remedy} look={look} onDone={onDone ?? setResult} />}
      {children}
      <Outcome result={result} />
    </span>
  );
}

/** The problem behind an error that is shown somewhere else: the same button, and the way to the rest. Nothing where there is none. */
export function RemedyFor({
  channel,
  code,
  without,
}: {
  channel: string | null;
  code: string;
  without?: readonly RemedyAction[];
}) {
  const { text } = useWords();
  const problem = useProblems().data?.find(
    (one) => one.state !== "solved" && one.code === code && one.about.channel === channel,
  );
  if (!problem) return null;
  return (
    <FirstRemedy problem={problem} {...(without ? { without } : {})}>
      <TextLink to="/problems" search={{ problem: problem.id }}>
        {text("problem-open")}
      </TextLink>
    </FirstRemedy>
  );
}
