/** Paragraphs, lists, bold words, code and links, out of the few marks that texts of the catalogue use. Text stays text: there is no HTML. */
import type { ReactNode } from "react";

import { TextLink } from "../../components/TextLink";
import css from "./help.module.css";

/** A part of a line. */
export type Part = { kind: "text" | "bold" | "code"; text: string } | { kind: "link"; text: string; to: string };

const mark = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\((\/[^)]*)\)/g;

/** The parts of a line. */
export function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of line.matchAll(mark)) {
    if (match.index > at) parts.push({ kind: "text", text: line.slice(at, match.index) });
    const [, bold, code, link, to] = match;
    if (bold !== undefined) parts.push({ kind: "bold", text: bold });
    else if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (link !== undefined && to !== undefined) parts.push({ kind: "link", text: link, to });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ kind: "text", text: line.slice(at) });
  return parts;
}

/** A link of the prose as the router takes it. */
export function targetOf(to: string): { to: string; search: Record<string, string> } {
  const [path = "/", query = ""] = to.split("?");
  return { to: path, search: Object.fromEntries(new URLSearchParams(query)) };
}

function line(text: string): ReactNode[] {
  return partsOf(text).map((part, index) => {
    if (part.kind === "bold") return <b key={index}>{part.text}</b>;
    if (part.kind === "code")
      return (
        <code key={index} className="mono">
          {part.text}
        </code>
      );
    if (part.kind === "link")
      return (
        <TextLink key={index} {...(targetOf(part.to) as { to: "/" })}>
          {part.text}
        </TextLink>
      );
    return part.text;
  });
}

/** A text of the catalogue as it is to be read. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((block, index) => {
        const lines = block.split("\n");
        if (lines.every((one) => /^\d+\. /.test(one)))
          return (
            <ol key={index} className={css.numbered}>
              {lines.map((one) => (
                <li key={one}>
                  <span>{line(one.replace(/^\d+\. /, ""))}</span>
                </li>
              ))}
            </ol>
          );
        if (lines.every((one) => one.startsWith("- ")))
          return (
            <ul key={index} className={css.dotted}>
              {lines.map((one) => (
                <li key={one}>{line(one.slice(2))}</li>
              ))}
            </ul>
          );
        return <p key={index}>{line(lines.join(" "))}</p>;
      })}
    </>
  );
}
