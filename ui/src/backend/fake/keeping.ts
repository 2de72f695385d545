/** Made-up answers about what is kept: usage, backups, settings as a file, the report. */
import type { Command } from "../backend";
import type {
  BackupInspected,
  BackupView,
  ExportView,
  HistoryRequest,
  RestoreReady,
  TransferInput,
  TransferPreview,
  TransferRef,
  TransferUndo,
} from "../schema";

const day = 24 * 60 * 60 * 1_000;

/** One for looking at. */
export const fakePreview: TransferPreview = {
  at: 1_764_480_000_000,
  version: "0.1.0",
  locked: true,
  lines: [
    { kind: "setting", name: "timeoutMs", change: "changed", fields: ["timeoutMs"], reasons: [], chosen: true },
    {
      kind: "setting",
      name: "publicUrl",
      change: "changed",
      fields: ["publicUrl"],
      reasons: ["ofComputer"],
      chosen: false,
    },
    { kind: "channel", name: "Support", change: "same", fields: [], reasons: [], chosen: true },
    { kind: "channel", name: "Sales", change: "new", fields: [], reasons: ["secretsMissing"], chosen: true },
    { kind: "channel", name: "Website", change: "conflict", fields: [], reasons: ["otherPlatform"], chosen: true },
    { kind: "link", name: "Support → Sales", change: "new", fields: [], reasons: [], chosen: true },
  ],
};

/** Backups that are remembered, and whatever else stays the same. */
export class MadeUpKeeping {
  backups: BackupView[];
  restored: string[] = [];
  /** What takes over at the next start. */
  ready: RestoreReady | null = null;
  deleted: HistoryRequest[] = [];
  /** Lines of settings from a file that were taken over. */
  taken: TransferRef[] = [];
  /** A channel that they made got conversations. */
  usedSince = false;
  undone: TransferUndo | undefined;
  readonly #now: number;

  constructor(now: number) {
    this.#now = now;
    this.backups = [
      this.#backup("switchboard-2026-11-30.switchboard-backup", "daily", now - day / 3, 48_300_000),
      this.#backup("journal.db.v3.bak", "update", now - 20 * day, 31_000_000),
    ];
  }

  /** The answer of a command; nothing for one that is about something else. */
  answer(command: Command, payload: unknown): unknown {
    const { name = "" } = payload as { name?: string };
    switch (command) {
      case "keeping.usage":
        return {
          journal: 412_000_000,
          journalFree: 20_000_000,
          files: 1_240_000_000,
          search: 61_000_000,
          settings: 98_000,
          backups: 79_300_000,
          diskFree: 88_000_000_000,
          counted: 1_632_000_000,
        };
      case "history.count":
      case "history.delete": {
        const request = payload as HistoryRequest;
        if (command === "history.delete") this.deleted.push(request);
        const has = (what: HistoryRequest["what"][number], count: number) => (request.what.includes(what) ? count : 0);
        return {
          exchanges: has("traffic", 12_304),
          messages: has("conversations", 4_021),
          conversations: has("conversations", 640),
          files: has("files", 87),
          fileBytes: has("files", 124_000_000),
          waiting: 3,
        };
      }
      case "backup.list":
        return this.backups;
      case "backup.now":
        this.backups = [
          this.#backup("switchboard-now.switchboard-backup", "daily", this.#now, 48_400_000),
          ...this.backups,
        ];
        return this.backups[0];
      case "backup.inspect":
        return this.inspected(this.backups.find((one) => one.name === name));
      case "backup.restore":
        this.restored.push(name);
        this.ready = { at: this.#now, from: this.#now - day / 3 };
        return { restartNeeded: true, keptIn: "/home/me/.local/share/switchboard/before-2026-11-30" };
      case "backup.callOff":
        this.ready = null;
        return {};
      case "backup.daily":
        return { last: this.backups.find(({ kind }) => kind === "daily")?.at ?? null, failedAt: null, error: null };
      case "backup.delete":
        this.backups = this.backups.filter((one) => one.name !== name);
        return {};
      case "backup.create":
      case "transfer.export":
      case "diagnostics.save":
        return this.#ticket(command);
      case "transfer.preview":
        return (payload as { password?: string }).password === undefined
          ? fakePreview
          : { ...fakePreview, lines: fakePreview.lines.map((line) => ({ ...line, reasons: [] })) };
      case "transfer.apply":
        this.taken = (payload as TransferInput).take ?? [];
        return { applied: this.taken.length, left: 1 };
      case "transfer.undoing":
        return { used: this.usedSince ? 1 : 0, conversations: this.usedSince ? 3 : 0, changed: 0 };
      case "transfer.undo":
        this.undone = payload as TransferUndo;
        return { kept: this.usedSince && !this.undone.withConversations ? 1 : 0 };
      case "diagnostics.get":
        return {
          id: "report-1",
          parts: ["version", "settings", "channels", "checks", "queue", "problems", "storage", "log"].map((part) => ({
            name: part,
            text: `${part}: all is well\n`,
          })),
        };
      case "relay.advice":
        return { listen: "127.0.0.1:8787", program: "nginx", free: 8788 };
      default:
        return undefined;
    }
  }

  /** What is in a backup. */
  inspected(backup = this.backups[0] as BackupView): BackupInspected {
    return {
      backup,
      inside: {
        at: backup.at,
        version: "0.1.0",
        locked: backup.kind === "brought",
        files: false,
        channels: 3,
        conversations: 640,
        messages: 4_021,
        waiting: 2,
      },
    };
  }

  /** Brings one in. */
  bring(): BackupInspected {
    const brought = this.#backup("brought-1.switchboard-backup", "brought", this.#now, 9_000_000);
    this.backups = [brought, ...this.backups];
    return this.inspected(brought);
  }

  #ticket(name: string): ExportView {
    return { id: name, name, ticket: name, state: "ready", rows: 0, total: null, error: null };
  }

  #backup(name: string, kind: BackupView["kind"], at: number, size: number): BackupView {
    return { name, kind, at, size, path: `/home/me/.local/share/switchboard/backups/${name}` };
  }
}
