/** Problems and activity of the fake backend. A remedy always helps. */
import type { Command } from "../backend";
import type {
  ActivityNote,
  ActivityRow,
  Code,
  ProblemAcknowledge,
  ProblemDetail,
  ProblemQuery,
  ProblemView,
  Remedy,
  RemedyAction,
  RemedyKind,
  RemedyRequest,
  RemedyResult,
} from "../schema";

const kinds: Partial<Record<RemedyAction, RemedyKind>> = {
  newToken: "form",
  newSecret: "form",
  readSecret: "confirm",
  sendSlower: "confirm",
  editAddress: "form",
  resend: "confirm",
  skip: "confirm",
  process: "confirm",
  trust: "confirm",
  acceptToken: "confirm",
  keepRefusing: "confirm",
  showTraffic: "place",
  choosePort: "place",
  editPublicAddress: "place",
  editSignIn: "place",
  openChannel: "place",
  copyNote: "copy",
  report: "copy",
};

/** A problem, made up. The first remedy is the primary one. */
export function fakeProblem(
  id: string,
  code: Code,
  actions: readonly RemedyAction[],
  change: Partial<ProblemView> = {},
): ProblemView {
  const params = {
    host: "crm.example.com",
    status: "503",
    seconds: "30",
    platform: "Chatwoot",
    channel: "Website chat",
  };
  const counted = (action: RemedyAction) => String((action === "process" ? change.kept : change.failed) ?? 0);
  const remedy = (action: RemedyAction, at: number): Remedy => ({
    action,
    kind: kinds[action] ?? "run",
    primary: at === 0,
    params: { ...params, count: counted(action), fingerprint: "AB:CD" },
  });
  return {
    id,
    code,
    params,
    sentence: { key: `error-${code.toLowerCase()}`, params, english: code, tone: "warning" },
    body: { key: `problem-${code.toLowerCase()}`, params, english: code, tone: "warning" },
    about: { kind: "destination", id: "d1", name: "Website chat", channel: "c2" },
    state: "open",
    openedAt: Date.now() - 45 * 60_000,
    lastAt: Date.now() - 60_000,
    solvedAt: null,
    count: 12,
    waiting: 0,
    failed: 0,
    kept: 0,
    nextAt: null,
    remedies: actions.map(remedy),
    exchange: null,
    ...change,
  };
}

/** Problems that are opened, mended and noted. */
export class MadeUpProblems {
  rows: ProblemView[] = [
    fakeProblem("p1", "NET-05", ["retry", "editAddress", "copyNote"], { waiting: 12 }),
    fakeProblem("p2", "AUTH-01", ["newToken", "checkAgain", "copyNote"], { waiting: 3 }),
    fakeProblem("p3", "HTTP-01", ["showTraffic", "resend", "skip"], { failed: 4 }),
    fakeProblem("p4", "HTTP-02", ["report"], { state: "solved", solvedAt: Date.now() - 3_600_000 }),
  ];
  activity: ActivityRow[] = [
    {
      id: "a2",
      at: Date.now() - 60_000,
      sentence: {
        key: "activity-problem-opened",
        params: { name: "Website chat", code: "NET-05", host: "crm.example.com", problem: "" },
        english: "",
        tone: "warning",
      },
      problem: "p1",
    },
  ];

  readonly #announce: (row: ProblemView) => void;

  constructor(announce: (row: ProblemView) => void) {
    this.#announce = announce;
  }

  /** The answer of a command about problems; nothing when it is about something else. */
  answer(command: Command, payload: unknown): unknown {
    switch (command) {
      case "problem.list": {
        const { filter = "all" } = payload as ProblemQuery;
        return this.rows.filter((row) => filter === "all" || (filter === "solved") === (row.state === "solved"));
      }
      case "problem.get":
        return this.#detail((payload as { id: string }).id);
      case "problem.acknowledge": {
        const { id, known = true } = payload as ProblemAcknowledge;
        return this.#change(id, { state: known ? "acknowledged" : "open" });
      }
      case "problem.remedy": {
        const { id, action } = payload as RemedyRequest;
        const problem = this.#change(id, { state: "solved", solvedAt: Date.now(), waiting: 0 });
        const key = `problem-did-${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
        return {
          problem,
          sentence: { key, params: { count: "1", port: "8788", stands: "solved" }, english: "", tone: "good" },
          error: null,
        } satisfies RemedyResult;
      }
      case "problem.report":
        return { text: "NET-05 · crm.example.com" };
      case "activity.list":
        return { rows: this.activity, next: null };
      case "activity.note": {
        const { kind, params = {} } = payload as ActivityNote;
        const sentence = { key: `activity-${kind}`, params, english: "", tone: "neutral" as const };
        this.activity = [
          { id: `a${this.activity.length + 2}`, at: Date.now(), sentence, problem: null },
          ...this.activity,
        ];
        return {};
      }
      default:
        return undefined;
    }
  }

  #change(id: string, change: Partial<ProblemView>): ProblemView {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    const row = this.#find(id);
    this.#announce(row);
    return row;
  }

  #find(id: string): ProblemView {
    const row = this.rows.find((one) => one.id === id) ?? this.rows[0];
    if (!row) throw new Error("There are no problems.");
    return row;
  }

  #detail(id: string): ProblemDetail {
    return {
      problem: this.#find(id),
      status: 503,
      answer: "upstream connect error",
      certificate: null,
      timings: null,
      deliveries: [],
      exchanges: [],
      tokens: null,
    };
  }
}
