/**
 * Live rows, brought to whoever shows them: status and settings into the query cache, exchanges to those who registered.
 *
 * The stream is a hint and the store is the truth: after a gap everything shown is read again.
 */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

import type { BackendError, BulkView, ExchangeRow, FlowBeat, ProblemView } from "../backend";
import { useBackend } from "./backend";
import { keep, readAgain } from "./fresh";
import { placed } from "./problems";

/** Who wants to know of exchanges. */
export interface ExchangeListener {
  /** Exchanges that were stored or whose result changed. */
  exchanges(rows: ExchangeRow[]): void;
  /** Rows were lost: read again what is shown. */
  gap(): void;
}

/** The way to live rows. */
export interface Live {
  /** The stream is up. */
  connected: boolean;
  /** Why it may not be had at all. */
  refused: BackendError | undefined;
  /** Registers for exchanges; the answer ends it. */
  listen(listener: ExchangeListener): () => void;
  /** Registers for what moves on the map; the answer ends it. */
  watch(listener: (beat: FlowBeat) => void): () => void;
}

const Context = createContext<Live | undefined>(undefined);

/** Holds the one subscription of the page. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const backend = useBackend();
  const queries = useQueryClient();
  const [connection, setConnection] = useState<{ up: boolean; error?: BackendError }>({ up: true });
  const [listeners] = useState(() => new Set<ExchangeListener>());
  const [beats] = useState(() => new Set<(beat: FlowBeat) => void>());

  useEffect(
    () =>
      backend.stream({
        rows(rows) {
          const exchanges: ExchangeRow[] = [];
          let channels = false;
          let links = false;
          let bulks = false;
          let pulls = false;
          let problems = false;
          let settings = false;
          for (const live of rows) {
            if (live.type === "exchange") exchanges.push(live.row);
            else if (live.type === "status") keep(queries, ["status"], live.row);
            else if (live.type === "channel") channels = true;
            else if (live.type === "links") links = true;
            else if (live.type === "bulk") {
              const { row } = live;
              keep(queries, ["bulk", row.id], row);
              const known = queries.getQueryData<BulkView[]>(["bulks"]);
              // One that runs tells of itself twice a second, and the frame shows all of them.
              if (!known?.some(({ id }) => id === row.id) || queries.isFetching({ queryKey: ["bulks"] }) > 0)
                bulks = true;
              if (known)
                queries.setQueryData(
                  ["bulks"],
                  known.map((one) => (one.id === row.id ? row : one)),
                );
            } else if (live.type === "problem") {
              const { row } = live;
              queries.setQueryData<ProblemView[]>(["problems"], (known) => known && placed(known, row));
              problems = true;
            } else if (live.type === "pull") pulls = true;
            else if (live.type === "flow") for (const listener of beats) listener(live.row);
            else if (live.type === "checkup") keep(queries, ["checkup", live.row.id], live.row);
            else if (live.type === "export") keep(queries, ["export", live.row.id], live.row);
            else settings = true;
          }
          const changed = new Set<string>();
          if (channels) changed.add("channels").add("setups");
          // Whether a link can carry and whether a customer can write depends on the channels.
          if (links || channels) changed.add("links");
          if (channels) changed.add("customer");
          if (bulks) changed.add("bulks");
          if (pulls) changed.add("pulls");
          if (settings) changed.add("settings");
          if (problems) changed.add("activity");
          if (problems && queries.isFetching({ queryKey: ["problems"] }) > 0) changed.add("problems");
          for (const name of changed) void readAgain(queries, [name]);
          if (exchanges.length > 0) for (const listener of listeners) listener.exchanges(exchanges);
        },
        gap() {
          void readAgain(queries);
          for (const listener of listeners) listener.gap();
        },
        connected(up, error) {
          setConnection(error ? { up, error } : { up });
          // Between the first reading and the stream's coming up something may have happened.
          if (up) for (const listener of listeners) listener.gap();
          if (up) void readAgain(queries);
        },
      }),
    [backend, queries, listeners, beats],
  );

  const live = useMemo<Live>(
    () => ({
      connected: connection.up,
      refused: connection.error && connection.error.code !== "offline" ? connection.error : undefined,
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      watch(listener) {
        beats.add(listener);
        return () => beats.delete(listener);
      },
    }),
    [connection, listeners, beats],
  );
  return <Context value={live}>{children}</Context>;
}

/** The way to live rows. */
export function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("A screen outside LiveProvider hears nothing.");
  return live;
}
