/** The help: a list of pages and a search at its left, the page beside it. All of it is in the program. */
import { CloseButton, TextInput } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";

import { useKeys, useShortcut } from "../../app/shortcuts";
import { Icon } from "../../components/icons";
import { Empty, Page } from "../../components/Page";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { anchorOf, bookOf, pageArgs } from "./book";
import css from "./help.module.css";
import { Errors, EventNames, Glossary, KeyTable, Reasons, StatesOfChannels, StatesOfMessages } from "./lookup";
import { helpPage, helpPages, type Block, type HelpPage as PageOfHelp } from "./pages";
import { Picture } from "./Pictures";
import { Prose } from "./Prose";
import { Requests } from "./Requests";
import { CodeSample } from "./CodeSample";
import { look } from "./search";

const groups = ["begin", "platforms", "use", "lookup"] as const;

/** Places shown at most. */
const MOST = 30;

/** The Help screen. */
export function HelpPage() {
  const words = useWords();
  const { text } = words;
  const params = useParams({ strict: false });
  const { at, q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [query, setQuery] = useState(q ?? "");
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const page = helpPage(params.page ?? "start") ?? helpPages[0];
  const book = useMemo(() => bookOf(words), [words]);
  const found = useMemo(() => look(book, query), [book, query]);
  useShortcut("filter", () => field.current?.focus());

  useEffect(() => {
    const place = at === undefined ? null : document.getElementById(at);
    if (place) place.scrollIntoView({ block: "start" });
    else body.current?.scrollTo({ top: 0 });
  }, [at, page]);

  const searching = query.trim() !== "";
  return (
    <Page
      wide
      title={text("help-title")}
      sentence={text("help-sentence")}
      action={
        <div className="row wrap">
          <Link className={css.sheetLink} to="/settings" search={{ section: "diagnostics", at: "diagnostics-create" }}>
            <Icon name="note" /> {text("palette-report")}
          </Link>
          <Link className={css.sheetLink} to="/help/sheet">
            <Icon name="print" /> {text("help-sheet")}
          </Link>
        </div>
      }
    >
      <div className={css.help}>
        <div className={css.side}>
          <TextInput
            ref={field}
            type="search"
            role="searchbox"
            aria-label={text("help-search")}
            placeholder={text("help-search")}
            leftSection={<Icon name="search" />}
            rightSection={
              searching && (
                <CloseButton size="sm" aria-label={text("traffic-search-clear")} onClick={() => setQuery("")} />
              )
            }
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              const first = found[0];
              if (event.key !== "Enter" || !first) return;
              setQuery("");
              void navigate({
                to: "/help/$page",
                params: { page: first.page },
                search: first.anchor === undefined ? {} : { at: first.anchor },
              });
            }}
          />
          <nav aria-label={text("help-contents")} className={css.contents}>
            {groups.map((group) => (
              <div key={group}>
                <h3>{text(`help-group-${group}`)}</h3>
                {helpPages
                  .filter((one) => one.group === group)
                  .map((one) => (
                    <Link
                      key={one.id}
                      className={css.entry}
                      to="/help/$page"
                      params={{ page: one.id }}
                      search={{}}
                      aria-current={!searching && one === page ? "page" : undefined}
                      onClick={() => setQuery("")}
                    >
                      {text(`help-page-${one.id}`)}
                    </Link>
                  ))}
              </div>
            ))}
          </nav>
        </div>
        <div className={css.body} ref={body} tabIndex={0} role="region" aria-label={text("help-title")}>
          {searching ? (
            <>
              <p className="small muted" role="status">
                {text("help-results", { count: found.length })}
              </p>
              {found.length === 0 && (
                <Empty title={text("help-none", { query: query.trim() })}>{text("help-none.hint")}</Empty>
              )}
              <ul className={css.found}>
                {found.slice(0, MOST).map((place) => (
                  <li key={`${place.page} ${place.anchor}`}>
                    <Link
                      to="/help/$page"
                      params={{ page: place.page }}
                      search={place.anchor === undefined ? {} : { at: place.anchor }}
                      onClick={() => setQuery("")}
                    >
                      <b>{place.title}</b>
                      {place.title !== place.under && <span className="small muted">{place.under}</span>}
                      <span className={css.excerpt}>{place.body}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            page && <Article page={page} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Article({ page }: { page: PageOfHelp }) {
  const { text } = useWords();
  return (
    <article className={css.article}>
      <header>
        <h2 className={css.pageTitle}>{text(`help-page-${page.id}`)}</h2>
        <p className="muted">{text(`help-page-${page.id}.meaning`)}</p>
      </header>
      {page.blocks.map((block, index) => (
        <HelpBlock key={index} page={page} block={block} />
      ))}
    </article>
  );
}

function HelpBlock({ page, block }: { page: PageOfHelp; block: Block }) {
  const { text } = useWords();
  const keys = useKeys();
  switch (block.kind) {
    case "text":
      return (
        <section id={anchorOf(block.key)} className={css.block}>
          <h3 className={css.heading}>{text(block.key)}</h3>
          <Prose text={text(`${block.key}.body`, pageArgs(page, keys.label("palette") ?? text("palette-open")))} />
        </section>
      );
    case "picture":
      return (
        <Picture
          name={block.name}
          caption={text(block.key)}
          platform={page.platform && platformName(page.platform, page.preset)}
        />
      );
    case "code":
      return <CodeSample name={block.name} />;
    case "glossary":
      return <Glossary />;
    case "states":
      return <StatesOfMessages />;
    case "skips":
      return <Reasons />;
    case "channelStates":
      return <StatesOfChannels />;
    case "events":
      return <EventNames />;
    case "errors":
      return <Errors />;
    case "keys":
      return <KeyTable />;
    case "requests":
      return <Requests />;
  }
}
