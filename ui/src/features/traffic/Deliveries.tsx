/** What is owed because of an exchange, or what it was a try of: each delivery with its tries, by where it goes. */
import { Anchor } from "@mantine/core";

import type { AttemptView, DeliveryView, State } from "../../backend";
import { Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { StatePill } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import { destinationKey, eventKey, skipKey, stateKey } from "../../strings/words";
import { destinationsOf } from "./destinations";
import css from "./ExchangePane.module.css";

/** States whose word alone leaves a question open. */
const explained = new Set<State>(["accepted", "waitingForPlatform", "unknown", "skipped"]);

/** The deliveries of an exchange. */
export function Deliveries({
  deliveries,
  nameOf,
  home,
  current,
  onShow,
}: {
  deliveries: readonly DeliveryView[];
  /** The name of a channel. */
  nameOf: (channel: string) => string;
  /** The channel of the exchange. */
  home: string | null;
  /** The exchange shown, so that its own try is not a link to itself. */
  current: string;
  onShow: (exchange: string) => void;
}) {
  const { text } = useWords();
  return destinationsOf(deliveries, home).map(({ channel, destination, deliveries: those }) => {
    const elsewhere = destination === "endpoint" && channel !== home;
    return (
      <section key={`${destination}-${channel}`} className="stack">
        <h3>{text(elsewhere ? "destination-endpoint-of" : destinationKey(destination), { name: nameOf(channel) })}</h3>
        {those.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} current={current} onShow={onShow} />
        ))}
      </section>
    );
  });
}

function Delivery({
  delivery,
  current,
  onShow,
}: {
  delivery: DeliveryView;
  current: string;
  onShow: (exchange: string) => void;
}) {
  const { text, trouble, remedy } = useWords();
  return (
    <div className={css.box}>
      <div className="row">
        <span className="grow clip">
          {text(eventKey(delivery.kind))}
          {delivery.url && <span className="muted mono"> → {delivery.url}</span>}
        </span>
        <StatePill state={delivery.state} skipped={delivery.skipped} retry={delivery.retry} />
      </div>
      {delivery.error && delivery.state !== "delivered" && (
        <p className="small">
          <b>{trouble(delivery.error)}</b> <span className="muted">{remedy(delivery.error)}</span>
        </p>
      )}
      {explained.has(delivery.state) && (
        <p className="small muted">
          {text(
            `${delivery.state === "skipped" && delivery.skipped ? skipKey(delivery.skipped) : stateKey(delivery.state)}.meaning`,
          )}
        </p>
      )}
      {delivery.retry?.next && (
        <p className="small">
          {text("delivery-next", { number: delivery.retry.made + 1, of: delivery.retry.of })}{" "}
          <Moment at={delivery.retry.next} />
        </p>
      )}
      {delivery.outOfOrder && <p className="small muted">{text("delivery-out-of-order")}</p>}
      {delivery.exchange !== current && (
        <Anchor component="button" type="button" size="xs" ta="left" onClick={() => onShow(delivery.exchange)}>
          {text("delivery-show-cause")}
        </Anchor>
      )}
      {delivery.attempts.length > 0 && (
        <ol className={css.attempts}>
          {delivery.attempts.map((attempt) => (
            <Attempt key={attempt.number} attempt={attempt} current={current} onShow={onShow} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Attempt({
  attempt,
  current,
  onShow,
}: {
  attempt: AttemptView;
  current: string;
  onShow: (exchange: string) => void;
}) {
  const { text, format, trouble, step } = useWords();
  const good = attempt.error === null;
  return (
    <li className={css.attempt}>
      <span className={good ? "green" : "red"}>
        <Shape name={good ? "tick" : "diamond"} />
      </span>
      <span className="figures muted" title={format.exact(attempt.at)}>
        {format.when(attempt.at)}
      </span>
      <span className="grow">
        {attempt.step
          ? text("attempt-step", { step: step(attempt.step) })
          : text("attempt-number", { number: attempt.number })}{" "}
        {attempt.error ? trouble(attempt.error) : text("attempt-answered", { status: String(attempt.status ?? "") })}
      </span>
      <span className="figures muted">{format.took(attempt.timings.totalUs)}</span>
      {attempt.exchange === current ? (
        <span className="muted small">{text("attempt-this")}</span>
      ) : (
        <Anchor component="button" type="button" size="xs" onClick={() => onShow(attempt.exchange)}>
          {text("attempt-show")}
        </Anchor>
      )}
    </li>
  );
}
