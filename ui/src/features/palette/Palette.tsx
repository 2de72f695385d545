/** The command palette: go anywhere, do anything, find anybody, by typing a name. */
import { Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import { useBackend } from "../../app/backend";
import { useNote } from "../../app/activity";
import { useProblems } from "../../app/problems";
import { useChannels, useCommand, useSettings, useStatus } from "../../app/queries";
import { say, sayTrouble } from "../../app/say";
import { useKeys, useShortcut } from "../../app/shortcuts";
import { useUndo, type Undoable } from "../../app/undo";
import type { BackendError, ChannelView } from "../../backend";
import { Icon, type IconName } from "../../components/icons";
import { useWords } from "../../strings/text";
import { languageNames, languages, platformName } from "../../strings/words";
import { problemTitle } from "../../components/ProblemLines";
import { bookOf } from "../help/book";
import { find } from "../settings/find";
import { sections } from "../settings/sections";
import { choose, type Item } from "./items";
import css from "./palette.module.css";

const [store, palette] = createSpotlight();

/** Opens the palette. */
export const openPalette = () => palette.open();

/** How long typing rests before conversations are looked for, in ms. */
const REST = 200;

/** How long it takes to read that something went well, in ms. */
const READ = 6_000;

const icons: Record<Item["group"], IconName> = {
  go: "right",
  channels: "channels",
  actions: "play",
  problems: "warning",
  settings: "settings",
  conversations: "conversations",
  help: "note",
};

/** Groups whose titles alone do not say where they lead. */
const described: ReadonlySet<Item["group"]> = new Set(["settings", "conversations", "help"]);

/** The palette, closed until it is called. */
export function Palette({ onCheatSheet }: { onCheatSheet: () => void }) {
  const { text } = useWords();
  const [query, setQuery] = useState("");
  const [opened, setOpened] = useState(false);
  useShortcut("palette", () => palette.toggle());
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      maxHeight={420}
      scrollable
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      attributes={{ content: { "aria-label": text("palette-label") } }}
      classNames={{ content: css.content ?? "", action: css.action ?? "", actionDescription: css.description ?? "" }}
    >
      <Spotlight.Search
        placeholder={text("palette-search")}
        aria-label={text("palette-search")}
        leftSection={<Icon name="search" />}
      />
      {opened && <Results query={query} onCheatSheet={onCheatSheet} />}
      <Spotlight.Footer className={css.foot}>{text("palette-hint")}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

function Results({ query, onCheatSheet }: { query: string; onCheatSheet: () => void }) {
  const { text } = useWords();
  const items = useItems(onCheatSheet);
  const settings = useSettingItems(query);
  const { found, looking } = useConversations(query);
  const shown = choose([...items, ...settings, ...found], query);
  return (
    <Spotlight.ActionsList>
      {shown.map(({ group, items: of }) => (
        <Spotlight.ActionsGroup key={group} label={text(`palette-${group}`)}>
          {of.map((item) => (
            <Spotlight.Action
              key={item.id}
              label={item.title}
              {...(described.has(group) ? { description: item.body } : {})}
              leftSection={<Icon name={icons[group]} />}
              rightSection={item.key && <kbd className={css.key}>{item.key}</kbd>}
              onClick={item.act}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {looking && (
        <p className={css.looking} role="status">
          <Loader size={12} /> {text("palette-looking")}
        </p>
      )}
      {shown.length === 0 && !looking && (
        <Spotlight.Empty>
          {text("palette-nothing")}
          <br />
          <span className="small muted">{text("palette-nothing-hint")}</span>
        </Spotlight.Empty>
      )}
    </Spotlight.ActionsList>
  );
}

/** Conversations in which the words were said. */
function useConversations(query: string): { found: Item[]; looking: boolean } {
  const backend = useBackend();
  const navigate = useNavigate();
  const channels = useChannels().data;
  const [asked] = useDebouncedValue(query.trim(), REST);
  const enabled = asked.length > 1;
  const page = useQuery({
    queryKey: ["palette", asked],
    queryFn: () => backend.call("conversation.page", { limit: 5, filter: { text: asked } }),
    enabled,
    gcTime: 10_000,
    networkMode: "always",
  });
  const found = (enabled && asked === query.trim() ? (page.data?.rows ?? []) : []).map((row): Item => {
    const channel = channels?.find(({ id }) => id === row.channel)?.name;
    return {
      id: `conversation-${row.id}`,
      group: "conversations",
      title: row.who || row.key,
      body: [channel, row.key].filter(Boolean).join(" · "),
      found: true,
      act: () => void navigate({ to: "/conversations", search: { conversation: row.id } }),
    };
  });
  return { found, looking: query.trim().length > 1 && (asked !== query.trim() || page.isFetching) };
}

/** Single settings, found as the settings themselves find them. */
function useSettingItems(query: string): Item[] {
  const words = useWords();
  const { text } = words;
  const navigate = useNavigate();
  const { desktop } = useBackend();
  const here = sections.filter(({ id }) => desktop || id !== "desktop");
  return find(here, query, (key) => words.lookup(key)).map(({ section, name }): Item => ({
    id: `setting-${name}`,
    group: "settings",
    title: text(name),
    body: text(`section-${section}`),
    found: true,
    act: () => void navigate({ to: "/settings", search: { section, at: name } }),
  }));
}

/** Everything else that can be chosen. */
function useItems(onCheatSheet: () => void): Item[] {
  const words = useWords();
  const { text, trouble } = words;
  const keys = useKeys();
  const backend = useBackend();
  const navigate = useNavigate();
  const channels = useChannels().data;
  const problems = useProblems().data;
  const settings = useSettings().data;
  const update = useCommand("channel.update", ["channels", "status"]);
  const change = useCommand("settings.update", ["settings"]);
  const pause = useCommand("relay.pause", ["status"]);
  const resume = useCommand("relay.resume", ["status"]);
  const backup = useCommand("backup.now", ["backups", "usage"]);
  const status = useStatus().data;
  const offerUndo = useUndo();
  const enter = useNote();
  const book = useMemo(() => bookOf(words), [words]);

  const go = (
    id: "home" | "channels" | "links" | "traffic" | "conversations" | "bulk" | "problems" | "settings" | "help",
    to: string,
    key?: string,
  ): Item => ({
    id: `go-${id}`,
    group: "go",
    title: id === "links" ? text("links-title") : text(`nav-${id}`),
    body: "",
    first: true,
    key,
    act: () => void navigate({ to: to as "/" }),
  });

  const action = (id: string, title: string, body: string, act: () => void): Item => ({
    id,
    group: "actions",
    title,
    body,
    act,
  });

  // Whatever is chosen closes the palette, and what a mutation would call back is forgotten with it: a promise is not.
  const offer = (change: Promise<unknown>, undoable: Undoable) => change.then(() => offerUndo(undoable), sayTrouble);
  const setMode = (channel: ChannelView, mode: ChannelView["mode"]) =>
    void offer(update.mutateAsync({ id: channel.id, mode }), {
      done: { kind: mode === "paused" ? "channel-paused" : "channel-resumed", params: { name: channel.name } },
      reverse: () => update.mutateAsync({ id: channel.id, mode: channel.mode }),
    });
  const test = async (channel: ChannelView) => {
    const { name } = channel;
    const id = `test-${channel.id}`;
    say(text("palette-test-running", { name }), { id, loading: true, autoClose: false });
    try {
      const { checks } = await backend.call("channel.test", { id: channel.id });
      const wrong = checks.find(({ error }) => error)?.error;
      const message = wrong ? `${name}: ${trouble(wrong)}` : text("activity-test-well", { name });
      say(message, { id, loading: false, ...(wrong ? { role: "alert", autoClose: false } : { autoClose: READ }) });
      if (wrong)
        enter({ kind: "test-failed", params: { ...wrong.params, code: wrong.code, problem: wrong.message, name } });
      else enter({ kind: "test-well", params: { name } });
    } catch (error) {
      say(trouble(error as BackendError), { id, role: "alert", loading: false, autoClose: false });
    }
  };
  const backUp = async () => {
    const id = "backup";
    say(text("palette-backup-running"), { id, loading: true, autoClose: false });
    try {
      await backup.mutateAsync({});
      say(text("palette-backup-done"), { id, loading: false, autoClose: READ });
    } catch (error) {
      say(trouble(error as BackendError), { id, role: "alert", loading: false, autoClose: false });
    }
  };
  const copy = async ({ name, intakeUrl }: ChannelView) => {
    try {
      await backend.copyText(intakeUrl);
      say(text("palette-copied", { name }));
    } catch {
      say(text("copy-refused"));
    }
  };
  const set = (what: "theme" | "language", value: string) => {
    const before = settings?.[what] ?? "system";
    void offer(change.mutateAsync({ [what]: value }), {
      done: { kind: what },
      reverse: () => change.mutateAsync({ [what]: before }),
    });
  };

  return [
    go("home", "/", keys.label("home")),
    go("channels", "/channels", keys.label("channels")),
    go("links", "/channels/links"),
    go("traffic", "/traffic", keys.label("traffic")),
    go("conversations", "/conversations", keys.label("conversations")),
    go("bulk", "/bulk", keys.label("bulk")),
    go("problems", "/problems", keys.label("problems")),
    go("settings", "/settings", keys.label("settings")),
    go("help", "/help", keys.label("help")),
    {
      id: "go-activity",
      group: "go",
      title: text("problems-tab-activity"),
      body: text("activity-empty-hint"),
      act: () => void navigate({ to: "/problems", search: { tab: "activity" } }),
    },
    ...(problems ?? [])
      .filter(({ state }) => state !== "solved")
      .map((problem): Item => ({
        id: `problem-${problem.id}`,
        group: "problems",
        title: problemTitle(words, problem),
        body: `${problem.about.name} ${problem.code} ${words.sentence(problem.body)}`,
        first: true,
        act: () => void navigate({ to: "/problems", search: { problem: problem.id } }),
      })),
    ...(channels ?? []).flatMap((channel): Item[] => {
      const { id, name, mode } = channel;
      const platform = platformName(channel.platform, channel.preset);
      const about = (key: string, group: Item["group"], title: string, act: () => void): Item => ({
        id: `${key}-${id}`,
        group,
        title,
        body: platform,
        act,
      });
      const open = about(
        "open",
        "channels",
        text("palette-channel-open", { name }),
        () => void navigate({ to: "/channels", search: { channel: id } }),
      );
      return [
        { ...open, first: (channels ?? []).length <= 6 },
        about(
          "log",
          "channels",
          text("palette-channel-log", { name }),
          () => void navigate({ to: "/traffic", search: { channel: id } }),
        ),
        mode === "active"
          ? about("pause", "actions", text("palette-channel-pause", { name }), () => setMode(channel, "paused"))
          : about(
              "resume",
              "actions",
              text(mode === "paused" ? "palette-channel-resume" : "palette-channel-turn-on", { name }),
              () => setMode(channel, "active"),
            ),
        about("test", "actions", text("palette-channel-test", { name }), () => void test(channel)),
        about("copy", "actions", text("palette-channel-copy", { name }), () => void copy(channel)),
      ];
    }),
    {
      id: "new-channel",
      group: "actions",
      title: text("channels-add"),
      body: "",
      first: true,
      key: keys.label("newChannel"),
      act: () => void navigate({ to: "/channels", search: { create: true } }),
    },
    action(
      "new-bulk",
      text("bulk-new"),
      text("bulk-title"),
      () => void navigate({ to: "/bulk", search: { create: true } }),
    ),
    ...(status?.paused
      ? [action("resume-all", text("tray-resume"), text("relay-paused"), () => resume.mutate({}))]
      : ([15, 60, "open"] as const).map((span) =>
          action(
            `pause-all-${span}`,
            text("palette-pause", { span: text(`tray-pause-${span}`) }),
            text("pause-hint"),
            () => pause.mutate(span === "open" ? {} : { untilMs: Date.now() + span * 60_000 }),
          ),
        )),
    action("backup", text("backup-create"), text("section-backup"), () => void backUp()),
    action(
      "report",
      text("palette-report"),
      `${text("diagnostics-create")} ${text("section-diagnostics")}`,
      () => void navigate({ to: "/settings", search: { section: "diagnostics", at: "diagnostics-create" } }),
    ),
    ...(backend.desktop
      ? [{ ...action("quit", text("tray-quit"), "", () => keys.run("quit")), key: keys.label("quit") }]
      : []),
    {
      id: "export",
      group: "actions",
      title: text("palette-export"),
      body: "CSV JSON HAR",
      first: true,
      key: keys.label("export"),
      // The screen has its menu once it is drawn.
      act: () => void navigate({ to: "/traffic" }).then(() => setTimeout(() => keys.run("export"), 50)),
    },
    action("sheet", text("palette-sheet"), "QR", () => void navigate({ to: "/help/sheet" })),
    {
      id: "keys",
      group: "actions",
      title: text("action-cheat-sheet"),
      body: text("keys-title"),
      first: true,
      key: keys.label("cheatSheet"),
      act: onCheatSheet,
    },
    ...["system", "light", "dark"].map((theme) =>
      action(`theme-${theme}`, text("palette-theme", { theme: text(`theme-${theme}`) }), "", () => set("theme", theme)),
    ),
    ...languages.map((language) =>
      action(
        `language-${language}`,
        text("palette-language", { language: languageNames[language] }),
        "Language Язык Sprache",
        () => set("language", language),
      ),
    ),
    ...book.map((place): Item => ({
      id: `help-${place.page}-${place.anchor ?? ""}`,
      group: "help",
      title: place.title,
      body: place.body,
      act: () =>
        void navigate({
          to: "/help/$page",
          params: { page: place.page },
          search: place.anchor === undefined ? {} : { at: place.anchor },
        }),
    })),
  ];
}
