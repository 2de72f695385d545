/** What is owed because of an exchange, or what it was a try of: each delivery with its tries. */
import { Anchor } from "@mantine/core";

import type { AttemptView, DeliveryView } from "../../backend";
import { Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { StatePill } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import { eventKey } from "../../strings/words";
import css from "./ExchangePane.module.css";

/** The deliveries of an exchange. `current` is the exchange shown, so that its own try is not a link to itself. */
export function Deliveries({
  deliveries,
  current,
  onShow,
}: {
  deliveries: readonly DeliveryView[];
  current: string;
  onShow: (exchange: string) => void;
}) {
  const { text } = useWords();
  if (deliveries.length === 0) return null;
  return (
    <section className="stack">
      <h3>{text("exchange-deliveries", { count: deliveries.length })}</h3>
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} current={current} onShow={onShow} />
      ))}
    </section>
  );
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
  const { text, format, trouble } = useWords();
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
        {text("attempt-number", { number: attempt.number })}{" "}
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
