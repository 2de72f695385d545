/** The settings of the whole app, with their defaults in use from the start: sections on the left, a search over all of them. */
import { Button, Loader, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState, type ReactNode } from "react";

import { useBackend } from "../../app/backend";
import { useCommand, useSettings, useSettingsChange, type SettingsChange } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { BackendError, Settings, SettingsView } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { Empty, Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { fieldKey } from "../../strings/words";
import { EditProvider } from "./edit";
import { find } from "./find";
import { changes, formOf, type SettingsField, type SettingsForm } from "./form";
import { sectionOf, sections, type Section } from "./sections";
import { goingBy, ShorterQuestion, type Going } from "./Shorter";
import css from "./settings.module.css";

/** The Settings screen. */
export function SettingsPage() {
  const { text } = useWords();
  const settings = useSettings();
  if (settings.error && !settings.data)
    return (
      <Page title={text("settings-title")}>
        <TroubleNote
          trouble={settings.error}
          action={<Button onClick={() => void settings.refetch()}>{text("action-try-again")}</Button>}
        />
      </Page>
    );
  if (!settings.data)
    return (
      <Page title={text("settings-title")}>
        <Loader size="sm" aria-label={text("settings-loading")} />
      </Page>
    );
  return <SettingsForms settings={settings.data} />;
}

function SettingsForms({ settings }: { settings: SettingsView }) {
  const { text, trouble, remedy, sentence, language } = useWords();
  const { section: wanted, at } = useSearch({ from: "/settings" });
  const navigate = useNavigate();
  const update = useCommand("settings.update", ["settings", "status", "channels"], "shown");
  const atOnce = useSettingsChange(["settings"], "shown");
  const [edited, setEdited] = useState<Partial<SettingsForm>>({});
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState("");
  const [going, setGoing] = useState<Going>();
  const backend = useBackend();
  const counting = useMutation<Going | undefined, BackendError>({
    networkMode: "always",
    mutationFn: () => goingBy(backend, settings, changed),
  });
  const before = formOf(settings, language);
  const form = { ...before, ...edited };
  const { update: changed, unreadable } = changes(before, form);
  const dirty = Object.keys(changed).length > 0 || unreadable.length > 0;
  const error = update.error ?? undefined;
  const blamed = error?.params["field"]?.split(/[.[]/)[0];
  const section = sectionOf(wanted);
  const Body = section?.body;

  // A link to one setting brings it into view and puts the cursor there.
  useEffect(() => {
    const place = at === undefined ? null : document.getElementById(at);
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("input, button, a, textarea, select")?.focus({ preventScroll: true });
  }, [at, section]);

  const set = (change: Partial<SettingsForm>) => setEdited((current) => ({ ...current, ...change }));
  const errorAt = (field: SettingsField): ReactNode => {
    if (tried && unreadable.includes(field)) return text("settings-unreadable");
    return error && blamed === field ? `${trouble(error)} ${remedy(error) ?? ""}` : undefined;
  };
  /** Shows the field that something is wrong with. */
  const show = (field: string) => {
    const name = fieldKey(field);
    const owner = sections.find((one) => one.settings.includes(name));
    if (owner) void navigate({ to: "/settings", search: { section: owner.id, at: name } });
  };
  const save = () => {
    setTried(true);
    const [first] = unreadable;
    if (first !== undefined) return show(first);
    counting.mutate(undefined, { onSuccess: (found) => (found ? setGoing(found) : put()) });
  };
  const put = () =>
    update.mutate(changed, {
      onSuccess: () => (setEdited({}), setTried(false)),
      onError: ({ params }) => params["field"] && show(params["field"].split(/[.[]/)[0] ?? ""),
      onSettled: () => setGoing(undefined),
    });
  const offerUndo = useUndo();
  const changeAtOnce = (change: SettingsChange) => {
    const before: Partial<Settings> = {};
    if (typeof change === "object")
      for (const name of ["theme", "language"] as const) if (change[name] !== undefined) before[name] = settings[name];
    atOnce.mutate(change, {
      onSuccess: () =>
        Object.keys(before).length > 0 &&
        offerUndo({
          done: { kind: before.theme === undefined ? "language" : "theme" },
          reverse: () => atOnce.mutateAsync(before),
        }),
    });
  };
  const known = section?.saves === true || dirty;

  return (
    <Page
      wide
      title={text("settings-title")}
      sentence={text("settings-sentence")}
      action={
        known && (
          <div className="row">
            {dirty && (
              <span className={css.unsaved} role="status">
                {text("settings-unsaved")}
              </span>
            )}
            <Button
              variant="default"
              disabled={!dirty}
              onClick={() => (setEdited({}), setTried(false), update.reset())}
            >
              {text("channel-discard")}
            </Button>
            <Button disabled={!dirty} loading={update.isPending || counting.isPending} onClick={save}>
              {text("settings-save")}
            </Button>
          </div>
        )
      }
    >
      <LeaveQuestion dirty={dirty} within="/settings" />
      {going && (
        <ShorterQuestion going={going} busy={update.isPending} save={put} onClose={() => setGoing(undefined)} />
      )}
      <div className={css.layout}>
        <nav className={css.nav} aria-label={text("settings-sections")}>
          <TextInput
            type="search"
            aria-label={text("settings-find")}
            placeholder={text("settings-find")}
            leftSection={<Icon name="search" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Escape" && setTyped("")}
          />
          <ul>
            {sections.map(({ id, icon }) => (
              <li key={id}>
                <Link
                  to="/settings"
                  search={{ section: id }}
                  className={css.entry}
                  data-chosen={typed === "" && id === section?.id}
                  aria-current={typed === "" && id === section?.id ? "true" : undefined}
                  activeProps={{ "aria-current": undefined }}
                  onClick={() => setTyped("")}
                >
                  <Icon name={icon} />
                  <span>{text(`section-${id}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css.content}>
          {settings.restartNeeded && (
            <p className={css.note} role="status">
              <Icon name="note" /> {text("settings-restart")}
            </p>
          )}
          {update.data?.notes?.map((note) => (
            <p key={note.key} className={css.note} role="status">
              <Icon name="note" /> {sentence(note)}
            </p>
          ))}
          {error && blamed === undefined && <TroubleNote trouble={error} />}
          {atOnce.error && <TroubleNote trouble={atOnce.error} />}
          {counting.error && <TroubleNote trouble={counting.error} />}
          {typed.trim() !== "" ? (
            <Results typed={typed} done={() => setTyped("")} />
          ) : (
            section && (
              <EditProvider value={{ settings, form, set, errorAt, atOnce: changeAtOnce }}>
                <Shown section={section} save={save}>
                  {Body && <Body />}
                </Shown>
              </EditProvider>
            )
          )}
        </div>
      </div>
    </Page>
  );
}

/** A section under its heading. Enter in a field of one that is saved by the button saves it. */
function Shown({ section, save, children }: { section: Section; save: () => void; children: ReactNode }) {
  const { text } = useWords();
  const inside = (
    <>
      <header>
        <div className="row">
          <h2 className={css.title}>{text(`section-${section.id}`)}</h2>
          {section.help && <HelpLink {...section.help} />}
        </div>
        <p className="muted">{text(`section-${section.id}.sentence`)}</p>
      </header>
      {children}
    </>
  );
  if (!section.saves) return <div className={css.section}>{inside}</div>;
  return (
    <form
      className={css.section}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {inside}
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
    </form>
  );
}

/** What the search found. */
function Results({ typed, done }: { typed: string; done: () => void }) {
  const { text, lookup, ...words } = useFinder();
  const found = find(sections, typed, lookup);
  if (found.length === 0)
    return (
      <Empty
        title={text("settings-none")}
        action={
          <Button variant="default" onClick={done}>
            {text("settings-find-clear")}
          </Button>
        }
      >
        {text("settings-none-hint")}
      </Empty>
    );
  return (
    <section className={css.section} aria-label={text("settings-found")}>
      <h2 className={css.title} role="status">
        {text("settings-found-count", { count: found.length })}
      </h2>
      <ul className={css.results}>
        {found.map(({ section, name }) => (
          <li key={name}>
            <Link to="/settings" search={{ section, at: name }} className={css.result} onClick={done}>
              <span className={css.resultName}>{text(name)}</span>
              <span className="muted small">{text(`section-${section}`)}</span>
              {words.help(name) && <span className="muted small">{words.help(name)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useFinder() {
  const words = useWords();
  const lookup = (key: string) => words.lookup(key);
  return { text: words.text, lookup, help: (name: string) => lookup(`${name}.help`) };
}
