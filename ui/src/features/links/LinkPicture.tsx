/** Who talks to whom: the sentence first, the drawing for the eye. */
import type { ChannelView, LinkMode } from "../../backend";
import { PlatformMark } from "../../components/PlatformMark";
import { useWords } from "../../strings/text";
import css from "./links.module.css";

/** What is drawn of a channel. */
type Drawn = Pick<ChannelView, "name" | "platform" | "preset"> | undefined;

/** The sentence that says what a link does. */
export function LinkSentence({ customers, operators, mode }: { customers: Drawn; operators: Drawn; mode: LinkMode }) {
  const { text } = useWords();
  const none = text("link-channel-gone");
  return text(`link-sentence-${mode}`, { customers: customers?.name ?? none, operators: operators?.name ?? none });
}

/** The drawing. Its words are those of the sentence beside it, so that a screen reader can pass it by. */
export function LinkPicture({ customers, operators, mode }: { customers: Drawn; operators: Drawn; mode: LinkMode }) {
  const { text } = useWords();
  return (
    <div className={css.picture} aria-hidden="true">
      <Box side={text("link-side-customers")} channel={customers} />
      <div className={css.arrows}>
        <span className="small">{text("link-arrow-over")}</span>
        <Arrow />
        {mode === "two-way" && <Arrow back />}
        <span className="small muted">{text(mode === "two-way" ? "link-arrow-back" : "link-arrow-none")}</span>
      </div>
      <Box side={text("link-side-operators")} channel={operators} />
    </div>
  );
}

function Box({ side, channel }: { side: string; channel: Drawn }) {
  const { text } = useWords();
  return (
    <div className={css.box} data-empty={channel ? undefined : true}>
      <span className="small muted">{side}</span>
      <span className="row">
        {channel && <PlatformMark platform={channel.platform} preset={channel.preset} size={20} />}
        <b className="clip">{channel?.name ?? text("link-choose")}</b>
      </span>
    </div>
  );
}

/** An arrow as wide as there is room for. */
function Arrow({ back = false }: { back?: boolean }) {
  return (
    <span className={css.arrow} data-back={back || undefined}>
      <i />
      <svg width="8" height="10" viewBox="0 0 8 10" focusable="false">
        <path d="M0 0 8 5 0 10Z" fill="currentColor" />
      </svg>
    </span>
  );
}
