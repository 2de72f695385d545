/**
 * Drawings of the platforms' own forms, with the field in question marked. Drawn by us in the colours of the theme; no screenshots, which
 * would age with every version and speak one language.
 */
import type { ReactNode } from "react";

import { useWords } from "../../strings/text";
import css from "./help.module.css";
import type { PictureName } from "./pages";

const WIDTH = 640;

/** One field of a drawn form. */
interface Field {
  label: string;
  value?: string;
  /** What is said beside it; it is then the one that matters. */
  tip?: string;
  secret?: boolean;
  button?: string;
}

/** A drawn form: a window with a menu at its left, fields, and a button. */
function Form({
  bar,
  menu,
  here,
  title,
  fields,
  checks,
  checksLabel,
  checksTip,
  button,
  buttonTip,
}: {
  bar: string;
  menu: readonly string[];
  /** Which line of the menu is open. */
  here: number;
  title: string;
  fields: readonly Field[];
  checks?: readonly string[];
  checksLabel?: string;
  checksTip?: string;
  button: string;
  buttonTip?: string;
}) {
  const left = 186;
  const fieldWidth = 286;
  const step = 58;
  let y = 92 + fields.length * step;
  const drawn: ReactNode[] = fields.map((field, index) => (
    <DrawnField key={field.label} field={field} x={left} y={92 + index * step} width={fieldWidth} />
  ));
  if (checks) {
    const top = y;
    drawn.push(
      <g key="checks">
        <text x={left} y={top + 4} className={css.picLabel}>
          {checksLabel}
        </text>
        {checksTip && (
          <rect
            x={left - 6}
            y={top + 10}
            width={fieldWidth + 12}
            height={checks.length * 22 + 8}
            rx="6"
            className={css.picMark}
          />
        )}
        {checks.map((check, index) => (
          <g key={check}>
            <rect x={left + 2} y={top + 17 + index * 22} width="13" height="13" rx="3" className={css.picTicked} />
            <path d={`m${left + 5} ${top + 23.5 + index * 22} 2.6 2.6 4.6-5`} className={css.picTick} />
            <text x={left + 23} y={top + 28 + index * 22} className={css.picValue}>
              {check}
            </text>
          </g>
        ))}
        {checksTip && <Tip x={left + fieldWidth + 6} y={top + 14 + (checks.length * 22) / 2} text={checksTip} />}
      </g>,
    );
    y += checks.length * 22 + 28;
  }
  const height = Math.max(y + 52, 210);
  const buttonWidth = Math.max(76, button.length * 7.2 + 28);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className={css.picture} aria-hidden="true" focusable="false">
      <rect x="1" y="1" width={WIDTH - 2} height={height - 2} rx="10" className={css.picWindow} />
      <path d={`M1 38h${WIDTH - 2}`} className={css.picLine} />
      {[16, 30, 44].map((x) => (
        <circle key={x} cx={x} cy="19" r="4" className={css.picDot} />
      ))}
      <text x="64" y="23.5" className={css.picMuted}>
        {bar}
      </text>
      <path d={`M162 38v${height - 39}`} className={css.picLine} />
      {menu.map((item, index) => (
        <g key={item}>
          {index === here && <rect x="8" y={50 + index * 28} width="147" height="24" rx="5" className={css.picHere} />}
          <text
            x={16 + Math.min(index, here) * 0}
            y={66 + index * 28}
            className={index === here ? css.picStrong : css.picMuted}
          >
            {clip(item, 21)}
          </text>
        </g>
      ))}
      <text x={left} y="66" className={css.picTitle}>
        {title}
      </text>
      {drawn}
      <g>
        {buttonTip && (
          <rect x={left - 5} y={height - 47} width={buttonWidth + 10} height="38" rx="8" className={css.picMark} />
        )}
        <rect x={left} y={height - 42} width={buttonWidth} height="28" rx="6" className={css.picButton} />
        <text x={left + buttonWidth / 2} y={height - 23.5} textAnchor="middle" className={css.picButtonText}>
          {button}
        </text>
        {buttonTip && <Tip x={left + buttonWidth + 5} y={height - 28} text={buttonTip} />}
      </g>
    </svg>
  );
}

function DrawnField({ field, x, y, width }: { field: Field; x: number; y: number; width: number }) {
  const { label, value, tip, secret, button } = field;
  return (
    <g>
      <text x={x} y={y + 4} className={tip ? css.picLabelStrong : css.picLabel}>
        {label}
      </text>
      {tip && <rect x={x - 5} y={y + 6} width={width + 10} height="38" rx="8" className={css.picMark} />}
      <rect x={x} y={y + 11} width={width} height="28" rx="5" className={css.picField} />
      <text x={x + 9} y={y + 29.5} className={secret ? css.picMuted : css.picMono}>
        {secret ? "••••••••••••••••" : clip(value ?? "", 38)}
      </text>
      {button && (
        <>
          <rect x={x + width - 62} y={y + 15} width="57" height="20" rx="4" className={css.picSmall} />
          <text x={x + width - 33.5} y={y + 29} textAnchor="middle" className={css.picSmallText}>
            {button}
          </text>
        </>
      )}
      {tip && <Tip x={x + width + 5} y={y + 25} text={tip} />}
    </g>
  );
}

/** An arrow from the right with words at its end. */
function Tip({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <g>
      <path d={`M${x + 26} ${y}H${x + 4}m6-5-6 5 6 5`} className={css.picArrow} />
      <text x={x + 32} y={y + 4} className={css.picTip}>
        {text}
      </text>
    </g>
  );
}

const clip = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The picture of that name, with what it shows in words. */
export function Picture({
  name,
  caption,
  platform = "",
}: {
  name: PictureName;
  caption: string;
  /** Whose form it is, as the window's title says. */
  platform?: string | undefined;
}) {
  return (
    <figure className={css.figure}>
      <Drawing name={name} platform={platform} />
      <figcaption className="small muted">{caption}</figcaption>
    </figure>
  );
}

/** An intake address as it may look. */
const address = "https://relay.example.com/in/…";

function Drawing({ name, platform }: { name: PictureName; platform: string }) {
  const { text } = useWords();
  const elma = [text("picture-elma-admin"), text("picture-elma-chats"), text("picture-elma-messengers")];
  switch (name) {
    case "path":
      return <Path />;
    case "elma365-list":
      return (
        <Form
          bar={platform}
          menu={elma}
          here={2}
          title={text("picture-elma-messengers")}
          fields={[]}
          checks={[text("picture-elma-custom")]}
          checksLabel=""
          button={text("picture-elma-connect")}
          buttonTip={text("picture-open")}
        />
      );
    case "elma365-form":
      return (
        <Form
          bar={platform}
          menu={elma}
          here={2}
          title={text("picture-elma-custom")}
          fields={[
            { label: text("picture-elma-name"), value: text("picture-elma-sample") },
            { label: text("picture-elma-webhook"), value: address, tip: text("picture-here") },
            { label: text("picture-elma-code"), secret: true, tip: text("sheet-token") },
            { label: text("picture-elma-public"), value: "https://company.elma365.com" },
          ]}
          button={text("picture-save")}
        />
      );
    case "chatwoot-inbox":
      return (
        <Form
          bar={platform}
          menu={[text("picture-woot-settings"), text("picture-woot-inboxes"), text("picture-woot-integrations")]}
          here={1}
          title="API Channel"
          fields={[
            { label: text("picture-woot-name"), value: "Switchboard" },
            { label: text("picture-woot-url"), value: address, tip: text("picture-here") },
          ]}
          button={text("picture-woot-create")}
        />
      );
    case "chatwoot-webhook":
      return (
        <Form
          bar={platform}
          menu={[text("picture-woot-settings"), text("picture-woot-inboxes"), text("picture-woot-integrations")]}
          here={2}
          title="Webhooks"
          fields={[{ label: text("picture-woot-url"), value: address, tip: text("picture-here") }]}
          checksLabel={text("picture-woot-events")}
          checks={[
            text("picture-woot-message-created"),
            text("picture-woot-message-updated"),
            text("picture-woot-status"),
          ]}
          checksTip={text("picture-choose")}
          button={text("picture-woot-add")}
        />
      );
    case "chatwoot-token":
      return (
        <Form
          bar={platform}
          menu={[text("picture-woot-profile")]}
          here={0}
          title={text("picture-woot-profile")}
          fields={[
            { label: text("picture-woot-email"), value: "admin@example.com" },
            {
              label: text("picture-woot-token"),
              secret: true,
              button: text("picture-woot-copy"),
              tip: text("picture-copy-from"),
            },
          ]}
          button={text("picture-save")}
        />
      );
    case "userlike-form":
      return (
        <Form
          bar={platform}
          menu={[text("picture-user-addons"), "API"]}
          here={1}
          title="API"
          fields={[
            { label: text("picture-user-callback"), value: address, tip: text("picture-here") },
            { label: text("picture-user-header"), value: "x-switchboard-secret: …" },
          ]}
          checksLabel={text("picture-user-events")}
          checks={[text("picture-user-message"), text("picture-user-end"), text("picture-user-rating")]}
          checksTip={text("picture-choose")}
          button={text("picture-save")}
        />
      );
  }
}

/** The path of a message: three stations and the two ways between each. */
function Path() {
  const { text } = useWords();
  const stations = [
    { x: 8, title: text("picture-platform"), under: text("picture-customers") },
    { x: 232, title: text("picture-relay"), under: text("picture-relay-keeps") },
    { x: 456, title: text("picture-endpoint"), under: text("picture-endpoint-does") },
  ];
  return (
    <svg viewBox={`0 0 ${WIDTH} 132`} className={css.picture} aria-hidden="true" focusable="false">
      {stations.map(({ x, title, under }, index) => (
        <g key={title}>
          <rect x={x} y="26" width="176" height="80" rx="12" className={index === 1 ? css.picHere : css.picField} />
          <text x={x + 88} y="62" textAnchor="middle" className={css.picTitle}>
            {title}
          </text>
          <text x={x + 88} y="82" textAnchor="middle" className={css.picMuted}>
            {under}
          </text>
        </g>
      ))}
      {[188, 412].map((x) => (
        <g key={x}>
          <path d={`M${x} 54h38m-6-5 6 5-6 5`} className={css.picArrow} />
          <path d={`M${x + 40} 78h-38m6-5-6 5 6 5`} className={css.picArrow} />
        </g>
      ))}
      <text x="210" y="16" textAnchor="middle" className={css.picMuted}>
        {text("picture-messages")}
      </text>
      <text x="434" y="126" textAnchor="middle" className={css.picMuted}>
        {text("picture-answers")}
      </text>
    </svg>
  );
}
