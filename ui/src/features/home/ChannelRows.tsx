/** The channels at a glance: how each fares now, today, and over the last day or the last ninety. */
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";

import type { ChannelView, Sums, Totals } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Moment } from "../../components/Moment";
import { PlatformMark } from "../../components/PlatformMark";
import { ChannelPill } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import { PractisingPill } from "../practice/Practising";
import css from "./home.module.css";
import { HealthStrip, Sparkline } from "./HealthStrip";
import { useStrips, type StripSpan } from "./queries";

/** The share that arrived of what came to an end; none where nothing did. */
export function success({ delivered, failed }: Sums): number | undefined {
  return delivered + failed > 0 ? delivered / (delivered + failed) : undefined;
}

/** The rows. */
export function ChannelRows({
  channels,
  totals,
  onOpen,
}: {
  channels: readonly ChannelView[];
  totals: Totals | undefined;
  onOpen: (id: string) => void;
}) {
  const { text, format } = useWords();
  const [span, setSpan] = useState<StripSpan>("day");
  const strips = useStrips(span).data;
  return (
    <section className="stack" aria-label={text("home-channels")}>
      <div className="row">
        <h2 className="grow">{text("home-channels")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={text("strip-span")}
          value={span}
          onChange={(value) => setSpan(value as StripSpan)}
          data={(["day", "months"] as const).map((value) => ({ value, label: text(`strip-span-${value}`) }))}
        />
      </div>
      <div className="card" style={{ overflowX: "auto" }}>
        <table className={css.channels}>
          <thead>
            <tr>
              <th scope="col">{text("column-name")}</th>
              <th scope="col">
                <span className="row">
                  {text("column-state")} <HelpLink page="states" at="states-channels" />
                </span>
              </th>
              <th scope="col" className={css.number}>
                {text("home-today")}
              </th>
              <th scope="col" className={css.number} title={text("home-success.meaning")}>
                {text("home-success")}
              </th>
              <th scope="col">{text("column-last")}</th>
              <th scope="col" className={css.spark}>
                {text("home-by-hour")}
              </th>
              <th scope="col">{text(`strip-title-${span}`)}</th>
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => {
              const counted = totals?.channels.find((one) => one.channel === channel.id);
              const share = counted && success(counted.today);
              const bars = strips?.find((one) => one.channel === channel.id)?.bars;
              return (
                // The name is a button: keys work there.
                <tr key={channel.id} onClick={() => onOpen(channel.id)}>
                  <td>
                    <button type="button" className={css.name}>
                      <PlatformMark platform={channel.platform} preset={channel.preset} size={22} />
                      <span className="clip" title={channel.name}>
                        {channel.name}
                      </span>
                      <PractisingPill channel={channel} />
                    </button>
                  </td>
                  <td>
                    <ChannelPill state={channel.state} />
                  </td>
                  <td className={`${css.number} figures`}>{counted ? format.number(counted.today.received) : "–"}</td>
                  <td className={`${css.number} figures ${share !== undefined && share < 0.99 ? "amber" : ""}`}>
                    {share === undefined ? "–" : format.share(share)}
                  </td>
                  <td className="muted">
                    {channel.lastAt === null ? text("channel-no-message") : <Moment at={channel.lastAt} />}
                  </td>
                  <td className={css.spark}>{counted && <Sparkline values={counted.hours} />}</td>
                  <td>{bars && <HealthStrip name={channel.name} bars={bars} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
