// Generated from the engine's api by `cargo run -p switchboard-engine --bin schema`. Do not edit.

/**
 * What a problem is about.
 */
export type AboutKind = "channel" | "destination" | "relay" | "disk" | "key" | "link" | "publicAddress" | "clock" | "bulk" | "catchUp";

/**
 * Something that was noted for the admin.
 */
export type ActivityId = string;

/**
 * Notes something for the admin: a notice that was shown, an act that can be undone.
 */
export type ActivityNote = {
  /**
   * Its sentence in the catalogue, without the `activity-` it begins with.
   */
  kind: string,
  /**
   * What fills it.
   */
  params?: { [key in string]: string },
};

/**
 * What was noted.
 */
export type ActivityPage = {
  /**
   * The rows, newest first.
   */
  rows: Array<ActivityRow>,
  /**
   * The key to go on from; none at the end.
   */
  next: ActivityId | null,
};

/**
 * Asks for what was noted.
 */
export type ActivityQuery = {
  /**
   * How many at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * Those before this one.
   */
  before?: ActivityId,
};

/**
 * Something that was noted for the admin.
 */
export type ActivityRow = {
  /**
   * Ours.
   */
  id: ActivityId,
  /**
   * When.
   */
  at: Timestamp,
  /**
   * What.
   */
  sentence: Sentence,
  /**
   * The problem it is about.
   */
  problem: ProblemId | null,
};

/**
 * One kind of answer and how often it came.
 */
export type AnswerCount = {
  /**
   * Its HTTP status; none when there was no answer.
   */
  status: number | null,
  /**
   * What went wrong, when something did.
   */
  code: Code | null,
  /**
   * How often.
   */
  count: number,
};

/**
 * One try, or one call of it.
 */
export type AttemptView = {
  /**
   * Which try, from 1.
   */
  number: number,
  /**
   * The exchange that holds its request and answer.
   */
  exchange: ExchangeId,
  /**
   * When.
   */
  at: Timestamp,
  /**
   * HTTP status; none when there was no answer.
   */
  status: number | null,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
  /**
   * Where the time went.
   */
  timings: Timings,
  /**
   * To a platform: what the call was for, as a word screens translate.
   */
  step: string | null,
};

/**
 * What is in a backup; readable without its password.
 */
export type BackupInside = {
  /**
   * When it was made.
   */
  at: Timestamp,
  /**
   * By which version of the app.
   */
  version: string,
  /**
   * It needs its password.
   */
  locked: boolean,
  /**
   * It holds the files of messages.
   */
  files: boolean,
  /**
   * Channels in it.
   */
  channels: number,
  /**
   * Conversations in it.
   */
  conversations: number,
  /**
   * Messages in it.
   */
  messages: number,
  /**
   * Deliveries that were owed then; they are sent when it is restored.
   */
  waiting: number,
};

/**
 * A backup that was looked at.
 */
export type BackupInspected = {
  /**
   * The backup.
   */
  backup: BackupView,
  /**
   * What is in it.
   */
  inside: BackupInside,
};

/**
 * How a copy came about.
 */
export type BackupKind = "daily" | "brought" | "update";

/**
 * Names a copy.
 */
export type BackupRef = {
  /**
   * Its name.
   */
  name: string,
  /**
   * What seals it.
   */
  password?: string,
};

/**
 * Asks for a backup.
 */
export type BackupRequest = {
  /**
   * Seals it, and then it holds the key to the data as well: it can be restored on any computer. At least eight letters.
   */
  password?: string,
  /**
   * Leave the files of messages out.
   */
  withoutFiles: boolean,
};

/**
 * A copy of the data.
 */
export type BackupView = {
  /**
   * Its name, by which it is restored.
   */
  name: string,
  /**
   * Where it lies.
   */
  path: string,
  /**
   * How it came about.
   */
  kind: BackupKind,
  /**
   * When it was made.
   */
  at: Timestamp,
  /**
   * Bytes.
   */
  size: number,
};

/**
 * One bar of a strip.
 */
export type Bar = {
  /**
   * Its beginning.
   */
  at: Timestamp,
  /**
   * How it went.
   */
  health: Health,
  /**
   * Messages that came in.
   */
  received: number,
  /**
   * Deliveries of messages that arrived.
   */
  delivered: number,
  /**
   * Deliveries of messages that were given up.
   */
  failed: number,
  /**
   * Tries that did not arrive, and requests refused.
   */
  troubled: number,
};

/**
 * What a listener to live rows gets at a time, never more than about 64 KiB.
 */
export type Batch = {
  /**
   * The rows, in order. Empty: a sign of life.
   */
  rows: Array<Numbered>,
  /**
   * Rows lost before these, because the listener was too slow: whatever is shown must be read again.
   */
  dropped: number,
};

/**
 * Which conversations a bulk send is to send.
 */
export type BulkChoice = { "kind": "ids",
  /**
   * Ours.
   */
  ids: Array<ConversationId>, } | { "kind": "filter",
  /**
   * Which.
   */
  filter: ConversationFilter, } | { "kind": "text",
  /**
   * The text.
   */
  text: string,
  /**
   * The channel of those that name none.
   */
  channel?: ChannelId,
};

/**
 * A job that sends many conversations to one destination.
 */
export type BulkId = string;

/**
 * A bulk send to be checked, or made.
 */
export type BulkInput = {
  /**
   * What it sends.
   */
  choice: BulkChoice,
  /**
   * Where to.
   */
  target: Target,
  /**
   * Conversations a second, 1 to 50; none: as fast as the target allows.
   */
  rate?: number,
  /**
   * It pauses itself after so many failures in a row; 10 when absent, 0 never.
   */
  pauseAfter?: number,
  /**
   * Of `bulk.create`: how many the admin saw were ready when they confirmed. Another number now is an error, so that nobody sends more
   * than they agreed to.
   */
  confirmed?: number,
};

/**
 * Which items of a bulk send.
 */
export type BulkItemFilter = {
  /**
   * One state: `delivered`, `skipped`, `failed`, `unknown`, `received` (left), `sending`.
   */
  state?: State,
};

/**
 * A page of items.
 */
export type BulkItemPage = {
  /**
   * The rows.
   */
  rows: Array<BulkItemView>,
  /**
   * The number to go on from; none at the end.
   */
  next: number | null,
};

/**
 * Asks for a page of the items of a bulk send, in their order.
 */
export type BulkItemQuery = {
  /**
   * Of which.
   */
  id: BulkId,
  /**
   * How many rows at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * Items after this number.
   */
  after?: number,
  /**
   * Which.
   */
  filter?: BulkItemFilter,
};

/**
 * One conversation of a bulk send.
 */
export type BulkItemView = {
  /**
   * Its number in the send, from 1.
   */
  n: number,
  /**
   * The conversation; none when its line names none.
   */
  conversation: ConversationId | null,
  /**
   * Its channel.
   */
  channel: ChannelId | null,
  /**
   * The platform's id; of a line that names no conversation, the line.
   */
  key: string,
  /**
   * Whom it is with.
   */
  who: string,
  /**
   * The number of its line in the pasted text or CSV.
   */
  line: number | null,
  /**
   * How it stands; `received` means left.
   */
  state: State,
  /**
   * Why it is not sent, when it is not.
   */
  reason: BulkSkip | null,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
  /**
   * Tries made.
   */
  tries: number,
  /**
   * When it was last tried.
   */
  at: Timestamp | null,
  /**
   * Its last try, or what came in at the asking, in the log.
   */
  exchange: ExchangeId | null,
  /**
   * Its delivery, where it goes to a channel.
   */
  delivery: DeliveryId | null,
};

/**
 * What a bulk send would do.
 */
export type BulkPreview = {
  /**
   * Chosen: ready and skipped.
   */
  total: number,
  /**
   * Would be sent.
   */
  ready: number,
  /**
   * Would not be sent, by reason.
   */
  skipped: Array<BulkSkipped>,
  /**
   * Lines of the text that name no conversation, the first hundred.
   */
  wrong: Array<WrongLine>,
  /**
   * The first three, as they would be sent.
   */
  samples: Array<BulkSample>,
  /**
   * Where it goes.
   */
  target: TargetView,
  /**
   * How reaching it went.
   */
  test: TestReport,
  /**
   * How long it would take at this speed, in ms; none when nobody can tell.
   */
  estimateMs: number | null,
};

/**
 * Names a bulk send.
 */
export type BulkRef = {
  /**
   * Which.
   */
  id: BulkId,
};

/**
 * Lets a paused or interrupted bulk send go on.
 */
export type BulkResume = {
  /**
   * Which.
   */
  id: BulkId,
  /**
   * Also those of which nobody can tell whether they arrived: they may arrive twice.
   */
  resendUnknown?: boolean,
};

/**
 * A conversation as it would be sent.
 */
export type BulkSample = {
  /**
   * Which.
   */
  id: ConversationId,
  /**
   * Whom it is with.
   */
  who: string,
  /**
   * Messages in it.
   */
  messages: number,
  /**
   * The body, without secrets; of a channel: what its customers' side would read.
   */
  body: string,
};

/**
 * Why a conversation of a bulk send is not sent.
 */
export type BulkSkip = "empty" | "twice" | "sameChannel" | "noEndpoint" | "gone" | "notFound" | "unreadable" | "noChannel" | "cancelled" | "noTarget";

/**
 * Conversations that are not sent for one reason.
 */
export type BulkSkipped = {
  /**
   * The reason.
   */
  reason: BulkSkip,
  /**
   * How many.
   */
  count: number,
};

/**
 * How a bulk send stands.
 */
export type BulkState = "preparing" | "running" | "paused" | "interrupted" | "cancelled" | "done";

/**
 * A bulk send. `delivered + skipped + failed + unknown + left` is `total`, always.
 */
export type BulkView = {
  /**
   * Ours.
   */
  id: BulkId,
  /**
   * How it stands.
   */
  state: BulkState,
  /**
   * When it was confirmed.
   */
  createdAt: Timestamp,
  /**
   * When it ended.
   */
  endedAt: Timestamp | null,
  /**
   * Where it goes: a name and an address without secrets.
   */
  targetName: string,
  /**
   * The address without secrets.
   */
  targetUrl: string,
  /**
   * The channel it goes to, when it is one.
   */
  targetChannel: ChannelId | null,
  /**
   * What was chosen, in a sentence.
   */
  choice: Sentence,
  /**
   * Conversations a second; none: as fast as the target allows.
   */
  rate: number | null,
  /**
   * It pauses itself after so many failures in a row; 0 never.
   */
  pauseAfter: number,
  /**
   * All of them.
   */
  total: number,
  /**
   * Confirmed by the target.
   */
  delivered: number,
  /**
   * Not sent, for a reason.
   */
  skipped: number,
  /**
   * Given up.
   */
  failed: number,
  /**
   * Nobody can tell whether they arrived.
   */
  unknown: number,
  /**
   * Still to come; those under way among them.
   */
  left: number,
  /**
   * Under way now.
   */
  sending: number,
  /**
   * Why it paused itself, or what the target asks it to wait for.
   */
  error: Error | null,
  /**
   * The target asked to wait until then.
   */
  waitsUntil: Timestamp | null,
  /**
   * Conversations a second of late; none while nobody can tell.
   */
  speed: number | null,
  /**
   * Time left at that speed, in ms; none while nobody can tell.
   */
  leftMs: number | null,
};

/**
 * One channel's catching up after a gap.
 */
export type CatchUp = {
  /**
   * Which channel.
   */
  channel: ChannelId,
  /**
   * Its name.
   */
  channelName: string,
  /**
   * Since when nothing could be heard.
   */
  from: Timestamp,
  /**
   * Until when.
   */
  to: Timestamp,
  /**
   * How it went.
   */
  state: CatchUpState,
  /**
   * Messages that were found and had not come before.
   */
  recovered: number,
  /**
   * Conversations looked at.
   */
  conversations: number,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
};

/**
 * How catching up went.
 */
export type CatchUpState = "running" | "done" | "failed" | "impossible";

/**
 * What a certificate says.
 */
export type CertificateSeen = {
  /**
   * Whom it is for.
   */
  subject: string,
  /**
   * Who signed it.
   */
  issuer: string,
  /**
   * Names of hosts it is good for.
   */
  names: Array<string>,
  /**
   * From when it is good.
   */
  notBefore: Timestamp,
  /**
   * Until when.
   */
  notAfter: Timestamp,
  /**
   * Its SHA-256 fingerprint, in hexadecimal with colons.
   */
  fingerprint: string,
};

/**
 * A certificate an endpoint showed.
 */
export type CertificateView = {
  /**
   * SHA-256 over the certificate, as pairs of hex digits.
   */
  fingerprint: string,
  /**
   * PEM, to be set as the endpoint's trusted certificate.
   */
  pem: string,
};

/**
 * Channels by how they fare.
 */
export type ChannelCounts = {
  /**
   * All of them.
   */
  total: number,
  /**
   * Working, with problems or without, or waiting for their first request.
   */
  working: number,
  /**
   * With problems, which work all the same, failing or disconnected.
   */
  troubled: number,
  /**
   * Paused or off.
   */
  resting: number,
};

/**
 * One connection to one platform.
 */
export type ChannelId = string;

/**
 * What can be set of a channel. On create only `name` and `platform` are needed; on update an absent field means unchanged, and so does
 * a masked secret. An empty text clears a field that may be empty.
 */
export type ChannelInput = {
  /**
   * Name.
   */
  name?: string,
  /**
   * Platform; cannot be changed later.
   */
  platform?: Platform,
  /**
   * Of the Chatwoot family, which.
   */
  preset?: Preset,
  /**
   * Token, in clear.
   */
  token?: string,
  /**
   * Where the platform's API lives. A pasted dashboard address is taken apart.
   */
  apiUrl?: string,
  /**
   * PEM of a certificate trusted at the platform's server as it is addressed now, for this channel alone; null ends that.
   */
  platformCertificate?: string | null,
  /**
   * The admin's endpoint.
   */
  callbackUrl?: string,
  /**
   * What the endpoint gets.
   */
  subscriptions?: "all" | Array<EventKind>,
  /**
   * In which form.
   */
  format?: Format,
  /**
   * How it is called; absent fields are unchanged.
   */
  endpoint?: EndpointInput,
  /**
   * The platform's own settings; absent fields are unchanged.
   */
  options?: OptionsView,
  /**
   * Active, paused or off.
   */
  mode?: Mode,
};

/**
 * Puts the channels into an order.
 */
export type ChannelOrder = {
  /**
   * The first ones, in order; the others follow as they stand.
   */
  ids: Array<ChannelId>,
};

/**
 * Names one channel.
 */
export type ChannelRef = {
  /**
   * Which.
   */
  id: ChannelId,
};

/**
 * How a channel fares.
 */
export type ChannelState = "waiting" | "working" | "problems" | "failing" | "disconnected" | "paused" | "off";

/**
 * One channel's sums.
 */
export type ChannelTotals = {
  /**
   * Which.
   */
  channel: ChannelId,
  /**
   * Messages that came in in each of the last 24 hours, the oldest first.
   */
  hours: Array<number>,
  /**
   * Today.
   */
  today: Sums,
  /**
   * Seven days.
   */
  week: Sums,
  /**
   * Thirty days.
   */
  month: Sums,
};

/**
 * Changes a channel.
 */
export type ChannelUpdate = {
  /**
   * Which.
   */
  id: ChannelId,
  /**
   * Name.
   */
  name?: string,
  /**
   * Platform; cannot be changed later.
   */
  platform?: Platform,
  /**
   * Of the Chatwoot family, which.
   */
  preset?: Preset,
  /**
   * Token, in clear.
   */
  token?: string,
  /**
   * Where the platform's API lives. A pasted dashboard address is taken apart.
   */
  apiUrl?: string,
  /**
   * PEM of a certificate trusted at the platform's server as it is addressed now, for this channel alone; null ends that.
   */
  platformCertificate?: string | null,
  /**
   * The admin's endpoint.
   */
  callbackUrl?: string,
  /**
   * What the endpoint gets.
   */
  subscriptions?: "all" | Array<EventKind>,
  /**
   * In which form.
   */
  format?: Format,
  /**
   * How it is called; absent fields are unchanged.
   */
  endpoint?: EndpointInput,
  /**
   * The platform's own settings; absent fields are unchanged.
   */
  options?: OptionsView,
  /**
   * Active, paused or off.
   */
  mode?: Mode,
};

/**
 * A channel as screens see it. Secrets are masked, except in the answer of `channel.create`.
 */
export type ChannelView = {
  /**
   * Ours.
   */
  id: ChannelId,
  /**
   * The admin's name for it.
   */
  name: string,
  /**
   * Its platform.
   */
  platform: Platform,
  /**
   * Of the Chatwoot family, which.
   */
  preset: Preset | null,
  /**
   * Masked.
   */
  token: string,
  /**
   * Where the platform's API lives.
   */
  apiUrl: string | null,
  /**
   * PEM of a certificate trusted at the platform's server, for this channel alone.
   */
  platformCertificate: string | null,
  /**
   * The admin's endpoint.
   */
  callbackUrl: string | null,
  /**
   * What the endpoint gets.
   */
  subscriptions: "all" | Array<EventKind>,
  /**
   * In which form.
   */
  format: Format,
  /**
   * How it is called.
   */
  endpoint: EndpointView,
  /**
   * The platform's own settings; fields of the other platforms are absent.
   */
  options: OptionsView,
  /**
   * The address to paste into the platform.
   */
  intakeUrl: string,
  /**
   * Where the endpoint sends what it wants told to the platform, with `endpointToken` as bearer.
   */
  outboxUrl: string,
  /**
   * True when the addresses work only from this computer, because no public address is set.
   */
  localOnly: boolean,
  /**
   * Masked, except when just created.
   */
  endpointToken: string,
  /**
   * Masked, except when just created.
   */
  signingSecret: string,
  /**
   * Active, paused or off.
   */
  mode: Mode,
  /**
   * How it fares.
   */
  state: ChannelState,
  /**
   * Made by the demo.
   */
  demo: boolean,
  /**
   * When it was created.
   */
  createdAt: Timestamp,
  /**
   * When the last request came.
   */
  lastAt: Timestamp | null,
  /**
   * Deliveries waiting.
   */
  waiting: number,
  /**
   * Deliveries given up in the last 24 hours.
   */
  failed: number,
  /**
   * What the form put right by itself, as keys of the strings catalogue; only in answers of create and update.
   */
  notes: Array<Sentence>,
};

/**
 * One check.
 */
export type Check = {
  /**
   * The part of the way it belongs to.
   */
  part: Part,
  /**
   * What was checked: `address`, `dns`, `connect`, `certificate`, `clock`, `answer`, `token`, `rights`, `inbox`, `webhook`, `hello`,
   * `listening`, `local`, `public`, `message`, `sent`, `back`, `cleaned`.
   */
  name: string,
  /**
   * What it found.
   */
  state: CheckState,
  /**
   * How long it took, in µs.
   */
  tookUs: number,
  /**
   * What is wrong; none unless it failed.
   */
  error: Error | null,
  /**
   * What else is to be said of it.
   */
  note: Sentence | null,
};

/**
 * What a check found.
 */
export type CheckState = "well" | "warning" | "failed" | "skipped";

/**
 * A run of checks. Live rows tell how it goes on.
 */
export type Checkup = {
  /**
   * Its ticket.
   */
  id: string,
  /**
   * The channel, if it is saved.
   */
  channel: ChannelId | null,
  /**
   * The checks that were made, in order.
   */
  checks: Array<Check>,
  /**
   * The check that is being made.
   */
  running: RunningCheck | null,
  /**
   * There is nothing more to check.
   */
  done: boolean,
};

/**
 * Names one run of checks.
 */
export type CheckupRef = {
  /**
   * Its ticket.
   */
  id: string,
};

/**
 * What is to be checked: a channel, a channel as it would be with changes, one that is not there yet, or an address alone.
 */
export type CheckupRequest = {
  /**
   * The channel.
   */
  channel?: ChannelId,
  /**
   * Changes to it that are not saved; without a channel the whole of one, of which only the platform is needed.
   */
  draft?: ChannelInput,
  /**
   * An address by itself, as an endpoint.
   */
  url?: string,
  /**
   * Which parts; absent: all but the test message.
   */
  parts?: Array<Part>,
};

/**
 * A stable code. Its sentence and its hint stand in the strings catalogue under `error-` and the code in lower case.
 */
export type Code = "AUTH-01" | "AUTH-02" | "AUTH-03" | "AUTH-04" | "AUTH-05" | "AUTH-06" | "URL-01" | "URL-02" | "URL-03" | "NET-01" | "NET-02" | "NET-03" | "NET-04" | "NET-05" | "NET-06" | "NET-07" | "TLS-01" | "TLS-02" | "TLS-03" | "HTTP-01" | "HTTP-02" | "HTTP-03" | "HTTP-04" | "RATE-01" | "RATE-02" | "TIME-01" | "TIME-02" | "SIZE-01" | "KEY-01" | "KEY-02" | "PORT-01" | "ID-01" | "ID-02" | "ID-03" | "ID-04" | "ID-05" | "DB-01" | "DB-02" | "DB-03" | "DB-04" | "BACK-01" | "BACK-02" | "BACK-03" | "BACK-04" | "BACK-05" | "BACK-06" | "FW-01" | "DATA-01" | "DATA-02" | "LOOP-01" | "LINK-01" | "LINK-02" | "LINK-03" | "LINK-04" | "KIND-01" | "SEND-01" | "SEND-02" | "FILE-01" | "FILE-02" | "PLAT-01" | "PLAT-02" | "PLAT-03" | "HOOK-01" | "HOOK-02" | "NAME-01" | "NAME-02" | "OFF-01" | "APP-01";

/**
 * A person on the customers' side.
 */
export type Contact = {
  /**
   * The platform's id of the contact; unique within the channel.
   */
  key: string,
  /**
   * The admin's own id of the person (Chatwoot's identifier, ELMA365's login).
   */
  identifier: string | null,
  /**
   * Full name.
   */
  name: string | null,
  /**
   * E-mail address.
   */
  email: string | null,
  /**
   * Phone number as the platform wrote it.
   */
  phone: string | null,
  /**
   * Where a picture can be fetched.
   */
  avatarUrl: string | null,
  /**
   * Whatever else is known, by the platform's own names.
   */
  attributes?: Record<string, unknown>,
};

/**
 * What was deleted of a contact.
 */
export type ContactErased = {
  /**
   * Conversations.
   */
  conversations: number,
  /**
   * Messages.
   */
  messages: number,
  /**
   * Rows of the log, with their bodies.
   */
  exchanges: number,
  /**
   * Files.
   */
  files: number,
  /**
   * Copies of the data, by name, that still hold it.
   */
  backups: Array<string>,
};

/**
 * Names a contact of a channel.
 */
export type ContactRef = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The platform's id of the contact.
   */
  key: string,
};

/**
 * Whom a conversation is with.
 */
export type ContactView = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * What is known, without secrets.
   */
  contact: Contact,
  /**
   * The inbox as the platform calls it: its number, and its name where known.
   */
  inbox: string | null,
  /**
   * The contact inbox: by which id the platform knows this person in that inbox (Chatwoot's source_id).
   */
  contactInbox: string | null,
  /**
   * Conversations with them.
   */
  conversations: number,
  /**
   * When they were first heard of.
   */
  firstAt: Timestamp,
};

/**
 * A conversation, as far as one request tells of it.
 */
export type Conversation = {
  /**
   * The platform's id; unique within the channel.
   */
  key: string,
  /**
   * The chat's key towards us (Chatwoot's source_id, ELMA365's externalChatId), where it differs from `key`.
   */
  chat: string | null,
  /**
   * Userlike: the id of the session inside the conversation, when both are known.
   */
  session: string | null,
  /**
   * The platform's number of the inbox it belongs to.
   */
  inbox: string | null,
  /**
   * Where it stands.
   */
  status: ConversationStatus | null,
  /**
   * Who answers.
   */
  operator: Operator | null,
  /**
   * Labels or topics.
   */
  labels: Array<string> | null,
  /**
   * When it began, by the platform's clock.
   */
  startedAt: Timestamp | null,
  /**
   * When it ended.
   */
  endedAt: Timestamp | null,
  /**
   * Whatever else is known, by the platform's own names (custom attributes, `custom`, the page it began on).
   */
  attributes?: Record<string, unknown>,
  /**
   * The whole transcript, for a callback that brings a whole conversation.
   */
  transcript?: Array<Message>,
};

/**
 * How many conversations match.
 */
export type ConversationCount = {
  /**
   * So many; of a search for words at least so many when `more`.
   */
  count: number,
  /**
   * The search stopped at its budget: there may be more.
   */
  more: boolean,
};

/**
 * Asks how many conversations match.
 */
export type ConversationCountQuery = {
  /**
   * Which.
   */
  filter?: ConversationFilter,
};

/**
 * One conversation: what is known of it, and the latest part of its transcript.
 */
export type ConversationDetail = {
  /**
   * Its row.
   */
  row: ConversationRow,
  /**
   * The chat's key towards us, where it differs from the platform's id.
   */
  chat: string | null,
  /**
   * Userlike: the session's id.
   */
  session: string | null,
  /**
   * Whom it is with.
   */
  contact: ContactView | null,
  /**
   * Why nobody can answer here; none when an operator can.
   */
  reply: Error | null,
  /**
   * Lines of the transcript that were given up, oldest first, at most 500: for going from one to the next.
   */
  failures: Array<string>,
  /**
   * The latest lines.
   */
  transcript: TranscriptPage,
};

/**
 * Which conversations. Every field narrows.
 */
export type ConversationFilter = {
  /**
   * One channel.
   */
  channel?: ChannelId,
  /**
   * One of these states; empty means any.
   */
  statuses?: Array<ConversationStatus>,
  /**
   * The platform's id of a contact.
   */
  contact?: string,
  /**
   * An operator's name, as written.
   */
  operator?: string,
  /**
   * A label, as written.
   */
  label?: string,
  /**
   * Only those with deliveries that were given up.
   */
  failed?: boolean,
  /**
   * Only those that are to be sent later.
   */
  flagged?: boolean,
  /**
   * Words in messages, names, e-mail addresses, phones, ids.
   */
  text?: string,
  /**
   * Something happened in them at or after this.
   */
  from?: Timestamp,
  /**
   * Nothing happened in them after this.
   */
  to?: Timestamp,
};

/**
 * A conversation of a channel.
 */
export type ConversationId = string;

/**
 * A page of conversations.
 */
export type ConversationPage = {
  /**
   * The rows.
   */
  rows: Array<ConversationRow>,
  /**
   * The key to go on from; none at the end.
   */
  next: string | null,
  /**
   * When a search for words stopped at its budget: how far back it looked. `next` goes on from there.
   */
  searchedBack: Timestamp | null,
  /**
   * Older conversations are still being entered in the list: it is not whole yet.
   */
  behind: boolean,
};

/**
 * Asks for a page of conversations, greatest first unless `ascending`.
 */
export type ConversationQuery = {
  /**
   * How many rows at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * The rows that follow this key (`next` of another page) in the list's order.
   */
  before?: string,
  /**
   * Which.
   */
  filter?: ConversationFilter,
  /**
   * In which order.
   */
  sort?: ConversationSort,
  /**
   * Smallest first.
   */
  ascending?: boolean,
};

/**
 * Names one conversation.
 */
export type ConversationRef = {
  /**
   * Which.
   */
  id: ConversationId,
};

/**
 * Names conversations.
 */
export type ConversationRefs = {
  /**
   * Which; at most 500.
   */
  ids: Array<ConversationId>,
};

/**
 * One row of the list of conversations.
 */
export type ConversationRow = {
  /**
   * Ours.
   */
  id: ConversationId,
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The platform's id.
   */
  key: string,
  /**
   * Whom it is with: the platform's id of the contact.
   */
  contact: string | null,
  /**
   * The contact as a person would name them: name, else e-mail, phone, identifier, id; empty when nothing is known.
   */
  who: string,
  /**
   * Where it stands.
   */
  status: ConversationStatus | null,
  /**
   * Who answers.
   */
  operator: Operator | null,
  /**
   * The platform's number of its inbox.
   */
  inbox: string | null,
  /**
   * Labels or topics.
   */
  labels: Array<string>,
  /**
   * Custom attributes and whatever else is known, by the platform's own names, without secrets.
   */
  attributes: Record<string, unknown>,
  /**
   * Messages in it.
   */
  messages: number,
  /**
   * Deliveries of it that were given up and still stand so.
   */
  failed: number,
  /**
   * The beginning of its last message, without secrets.
   */
  preview: string,
  /**
   * Who wrote the last message.
   */
  previewFrom: Side | null,
  /**
   * When it began.
   */
  startedAt: Timestamp,
  /**
   * When something last happened in it.
   */
  lastAt: Timestamp,
  /**
   * When it ended.
   */
  endedAt: Timestamp | null,
  /**
   * It is to be sent later.
   */
  flag: FlagView | null,
};

/**
 * Sends conversations, now or later. Bulk sends are for many.
 */
export type ConversationSend = {
  /**
   * Which; at most 500.
   */
  ids: Array<ConversationId>,
  /**
   * Where to; the endpoint when absent.
   */
  target?: Target,
  /**
   * When; now when absent.
   */
  when?: When,
};

/**
 * What a list of conversations is sorted by.
 */
export type ConversationSort = "lastActivity" | "started" | "messages";

/**
 * Where a conversation stands.
 */
export type ConversationStatus = "open" | "pending" | "snoozed" | "resolved" | "ended";

/**
 * What became of a request to send conversations.
 */
export type ConversationsSent = {
  /**
   * On their way: the event of each, in the order asked for.
   */
  events: Array<EventId>,
  /**
   * Their rows in the log.
   */
  exchanges: Array<ExchangeId>,
  /**
   * Flagged to be sent later.
   */
  flagged: number,
  /**
   * Those that cannot be sent there, and why.
   */
  refused: Array<SendRefused>,
};

/**
 * One message of the practice customer's chat.
 */
export type CustomerMessage = {
  /**
   * The exchange that tells its way.
   */
  exchange: ExchangeId | null,
  /**
   * Who wrote it.
   */
  from: Side,
  /**
   * The writer's name.
   */
  author: string | null,
  /**
   * The words.
   */
  text: string,
  /**
   * Its files.
   */
  files: Array<FileView>,
  /**
   * When.
   */
  at: Timestamp,
  /**
   * What became of it on its way to the platform; for an operator's answer: received.
   */
  state: State,
  /**
   * Why it was skipped, when it was.
   */
  skipped: SkipReason | null,
  /**
   * What the platform says became of it.
   */
  status: MessageStatus | null,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
};

/**
 * Names the practice customer of a channel.
 */
export type CustomerRef = {
  /**
   * The channel.
   */
  channel: ChannelId,
};

/**
 * Writes as the practice customer. Text, files or both.
 */
export type CustomerSend = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The words.
   */
  text?: string,
  /**
   * Files brought in before.
   */
  files?: Array<FileId>,
};

/**
 * The chat of a channel's practice customer.
 */
export type CustomerView = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The key of the chat towards the platform; none before the first message.
   */
  chat: string | null,
  /**
   * Why nothing can be written here; none when it can.
   */
  error: Error | null,
  /**
   * Whether what was written can be cleaned up at the platform (its conversation resolved), or only here.
   */
  canClean: boolean,
  /**
   * The messages, oldest first.
   */
  messages: Array<CustomerMessage>,
};

/**
 * How the backup of every day fares.
 */
export type DailyBackup = {
  /**
   * When the newest one was made that is there.
   */
  last: Timestamp | null,
  /**
   * When it was tried last, if that failed.
   */
  failedAt: Timestamp | null,
  /**
   * Why it failed.
   */
  error: Error | null,
};

/**
 * Which deliveries.
 */
export type DeliveryFilter = {
  /**
   * One channel.
   */
  channel?: ChannelId,
  /**
   * One state.
   */
  state?: State,
  /**
   * Those caused by one exchange.
   */
  exchange?: ExchangeId,
  /**
   * Not before.
   */
  from?: Timestamp,
  /**
   * Not after.
   */
  to?: Timestamp,
};

/**
 * One event owed to one destination.
 */
export type DeliveryId = string;

/**
 * A page of deliveries.
 */
export type DeliveryPage = {
  /**
   * The rows, newest first.
   */
  rows: Array<DeliveryView>,
  /**
   * The key to go on from; none at the end.
   */
  next: DeliveryId | null,
};

/**
 * Asks for a page of deliveries.
 */
export type DeliveryQuery = {
  /**
   * How many rows at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * Rows older than this one.
   */
  before?: DeliveryId,
  /**
   * Rows newer than this one.
   */
  after?: DeliveryId,
  /**
   * Which.
   */
  filter?: DeliveryFilter,
};

/**
 * Names one delivery.
 */
export type DeliveryRef = {
  /**
   * Which.
   */
  id: DeliveryId,
};

/**
 * One event owed to one destination.
 */
export type DeliveryView = {
  /**
   * Ours.
   */
  id: DeliveryId,
  /**
   * The event.
   */
  event: EventId,
  /**
   * What the event is.
   */
  kind: EventKind,
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The exchange that brought the event.
   */
  exchange: ExchangeId,
  /**
   * What its destination is.
   */
  destination: DestinationKind,
  /**
   * Where it goes.
   */
  url: string,
  /**
   * What became of it.
   */
  state: State,
  /**
   * Why it was skipped, when it was.
   */
  skipped: SkipReason | null,
  /**
   * What went wrong last, when something did.
   */
  error: Error | null,
  /**
   * How trying goes on.
   */
  retry: Retry | null,
  /**
   * It is being retried beside its lane and may arrive after later ones.
   */
  outOfOrder: boolean,
  /**
   * When it came to be owed.
   */
  createdAt: Timestamp,
  /**
   * The tries, oldest first; only in details.
   */
  attempts: Array<AttemptView>,
};

/**
 * Where deliveries go.
 */
export type DestinationId = string;

/**
 * What a destination is.
 */
export type DestinationKind = "endpoint" | "platform" | "writeBack" | "address";

/**
 * Names one destination.
 */
export type DestinationRef = {
  /**
   * Which.
   */
  id: DestinationId,
};

/**
 * A destination and whether it takes anything.
 */
export type DestinationStatus = {
  /**
   * Ours.
   */
  id: DestinationId,
  /**
   * Whose it is.
   */
  channel: ChannelId,
  /**
   * What it is.
   */
  kind: DestinationKind,
  /**
   * Its channel's name.
   */
  channelName: string,
  /**
   * Where it is.
   */
  url: string,
  /**
   * Why nothing is sent there; none while it is open.
   */
  stopped: Error | null,
  /**
   * When it is tried again by itself.
   */
  nextProbe: Timestamp | null,
  /**
   * Deliveries waiting for it.
   */
  waiting: number,
};

/**
 * The report for whoever helps: what will be saved, and nothing else.
 */
export type Diagnostics = {
  /**
   * Names it, for saving just this.
   */
  id: string,
  /**
   * Part by part.
   */
  parts: Array<DiagnosticsPart>,
};

/**
 * A part of it.
 */
export type DiagnosticsPart = {
  /**
   * What it is: `version`, `settings`, `channels`, `checks`, `queue`, `problems`, `storage`, `log`.
   */
  name: string,
  /**
   * What it says.
   */
  text: string,
};

/**
 * Names a report.
 */
export type DiagnosticsRef = {
  /**
   * Which.
   */
  id: string,
};

/**
 * Which way an exchange went, seen from the relay.
 */
export type Direction = "in" | "out";

/**
 * What of an exchange can be changed before it is sent again.
 */
export type Draft = {
  /**
   * The exchange.
   */
  id: ExchangeId,
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * Headers worth changing; secret values masked.
   */
  headers: Array<[string, string]>,
  /**
   * The body; secrets masked.
   */
  body: string,
  /**
   * Where it can go.
   */
  to: DraftTarget,
  /**
   * Where that is, as it may be shown.
   */
  url: string,
  /**
   * Whether that is the channel's practice endpoint or our own intake, so that nobody else will see it.
   */
  harmless: boolean,
};

/**
 * Sends an exchange again, changed. What is masked is put in again by the engine.
 */
export type DraftSend = {
  /**
   * The exchange.
   */
  id: ExchangeId,
  /**
   * Headers in place of those of the same name.
   */
  headers: Array<[string, string]>,
  /**
   * The body.
   */
  body: string,
};

/**
 * Where an exchange that is sent again goes.
 */
export type DraftTarget = "intake" | "endpoint";

/**
 * What can be set of how the endpoint is called. An absent field means unchanged, null clears it.
 */
export type EndpointInput = {
  /**
   * All of them, in order; a masked value means unchanged.
   */
  headers?: Array<HeaderView>,
  /**
   * One try's time limit in ms, 50 to 300,000.
   */
  timeoutMs: number | null,
  /**
   * PEM of a certificate trusted for this endpoint alone.
   */
  trustedCertificate: string | null,
};

/**
 * How the endpoint is called, as screens see it.
 */
export type EndpointView = {
  /**
   * Names and masked values. A masked value sent back means unchanged.
   */
  headers: Array<HeaderView>,
  /**
   * One try's time limit in ms; none means the setting for all.
   */
  timeoutMs: number | null,
  /**
   * PEM of a certificate trusted for this endpoint alone.
   */
  trustedCertificate: string | null,
};

/**
 * `{code, message, hint, params}`.
 */
export type Error = {
  /**
   * What kind of trouble.
   */
  code: Code,
  /**
   * The sentence, in English.
   */
  message: string,
  /**
   * What to do about it, in English.
   */
  hint?: string,
  /**
   * What the sentence was filled with, for other languages. Never a secret.
   */
  params?: { [key in string]: string },
};

/**
 * Something that happened in a chat.
 */
export type EventId = string;

/**
 * What happened. The names are the same on the wire, in the store and in the endpoint's requests; screens list them in this order.
 */
export type EventKind = "message.received" | "message.sent" | "message.updated" | "message.read" | "message.outcome" | "note.created" | "session.started" | "session.unread" | "session.ended" | "conversation.created" | "conversation.updated" | "conversation.status_changed" | "conversation.ended" | "conversation.forwarded" | "conversation.rated" | "conversation.feedback" | "conversation.surveyed" | "conversation.goal" | "conversation.snapshot" | "contact.created" | "contact.updated" | "contact.requested" | "operator.online" | "operator.offline" | "operator.away" | "operator.back" | "typing.started" | "typing.stopped" | "widget.configured" | "widget.triggered" | "channel.connected" | "channel.disconnected" | "platform.other";

/**
 * One platform's own event names beside ours.
 */
export type EventName = {
  /**
   * The platform.
   */
  platform: Platform,
  /**
   * Its own name.
   */
  platformName: string,
  /**
   * Ours.
   */
  kind: EventKind,
};

/**
 * One event of an exchange.
 */
export type EventView = {
  /**
   * Ours; also the `webhook-id` of its deliveries.
   */
  id: EventId,
  /**
   * What happened.
   */
  kind: EventKind,
  /**
   * The platform's own name for it.
   */
  platformName: string,
  /**
   * Why it goes nowhere, when it does not.
   */
  skipped: SkipReason | null,
  /**
   * The conversation.
   */
  conversation: Conversation | null,
  /**
   * The customer.
   */
  contact: Contact | null,
  /**
   * The message.
   */
  message: Message | null,
  /**
   * The operator.
   */
  operator: Operator | null,
  /**
   * What the kind alone does not say.
   */
  detail: Record<string, unknown>,
};

/**
 * Everything about one exchange. Bodies and headers are redacted.
 */
export type ExchangeDetail = {
  /**
   * Its row.
   */
  row: ExchangeRow,
  /**
   * What became of it, in a sentence.
   */
  sentence: Sentence,
  /**
   * Method.
   */
  method: string,
  /**
   * Address, its secret parts masked.
   */
  url: string,
  /**
   * The address of whoever called, for an exchange that came in.
   */
  peer: string | null,
  /**
   * The request.
   */
  request: Payload,
  /**
   * The answer; none when there was none.
   */
  answer: Payload | null,
  /**
   * Where the time went, for an exchange that went out.
   */
  timings: Timings | null,
  /**
   * What happened, as it was read.
   */
  events: Array<EventView>,
  /**
   * What is owed because of it, or, for one that went out, the delivery it was a try of.
   */
  deliveries: Array<DeliveryView>,
  /**
   * True when it was kept without being acted on and can be accepted and processed.
   */
  canProcess: boolean,
  /**
   * The certificate its destination showed, when it was refused: for trusting it.
   */
  certificate: CertificateView | null,
};

/**
 * One HTTP request and its answer.
 */
export type ExchangeId = string;

/**
 * Names one exchange.
 */
export type ExchangeRef = {
  /**
   * Which.
   */
  id: ExchangeId,
};

/**
 * One row of the traffic log.
 */
export type ExchangeRow = {
  /**
   * Ours; ordered by time.
   */
  id: ExchangeId,
  /**
   * When it was entered in the log: a request when it was kept, a try of ours when it had ended. The order of ids is the order of this.
   */
  at: Timestamp,
  /**
   * In or out.
   */
  direction: Direction,
  /**
   * The channel; none for a request to an address no channel has.
   */
  channel: ChannelId | null,
  /**
   * What it was about, in our vocabulary; none when it could not be read.
   */
  kind: EventKind | null,
  /**
   * The platform's own name for it.
   */
  platformName: string,
  /**
   * Who or which chat it was about.
   */
  who: string,
  /**
   * The first 80 characters of the text, without secrets.
   */
  preview: string,
  /**
   * HTTP status of the answer; none when there was none.
   */
  status: number | null,
  /**
   * The worst state of what it caused.
   */
  result: State,
  /**
   * Why it was skipped, when it was.
   */
  skipped: SkipReason | null,
  /**
   * What went wrong, when something did.
   */
  code: Code | null,
  /**
   * How long the answer took, in µs.
   */
  tookUs: number,
  /**
   * Bytes of the request's body.
   */
  size: number,
  /**
   * For the next try: which it will be and when.
   */
  retry: Retry | null,
  /**
   * Who it came from, or why we made it.
   */
  source: Source,
  /**
   * Of a call to a platform: what it was for, as a word screens translate.
   */
  step: string | null,
};

/**
 * How it is written.
 */
export type ExportFormat = "csv" | "jsonl" | "json" | "har" | "txt";

/**
 * Something that is being written out of the store.
 */
export type ExportId = string;

/**
 * Names an export.
 */
export type ExportRef = {
  /**
   * Which.
   */
  id: ExportId,
};

/**
 * Asks for an export.
 */
export type ExportRequest = {
  /**
   * What.
   */
  what: ExportWhat,
  /**
   * How.
   */
  format: ExportFormat,
  /**
   * The language of headings and of whoever reads it: `en`, `ru`, `de`; it also decides the delimiter of a CSV.
   */
  language?: string,
};

/**
 * How an export stands.
 */
export type ExportState = "ready" | "running" | "done" | "failed" | "cancelled";

/**
 * An export.
 */
export type ExportView = {
  /**
   * Ours.
   */
  id: ExportId,
  /**
   * The name its file should have.
   */
  name: string,
  /**
   * The ticket a host gives its bytes for: once, within a minute. Only in the answer of `export.create`.
   */
  ticket: string | null,
  /**
   * How it stands.
   */
  state: ExportState,
  /**
   * Rows written.
   */
  rows: number,
  /**
   * Rows there are, where that is known.
   */
  total: number | null,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
};

/**
 * What is written out: always the rows as they are filtered.
 */
export type ExportWhat = { "kind": "traffic",
  /**
   * Which rows.
   */
  filter: TrafficFilter, } | { "kind": "conversations",
  /**
   * Which.
   */
  filter: ConversationFilter,
  /**
   * In which order.
   */
  sort: ConversationSort,
  /**
   * Smallest first.
   */
  ascending: boolean, } | { "kind": "conversation",
  /**
   * Which.
   */
  id: ConversationId, } | { "kind": "bulk",
  /**
   * Which.
   */
  id: BulkId,
  /**
   * Only those that failed, or of which nobody knows.
   */
  failed: boolean, } | { "kind": "body",
  /**
   * Whose.
   */
  id: ExchangeId,
  /**
   * The answer's instead of the request's.
   */
  answer: boolean, } | { "kind": "text",
  /**
   * The beginning of its file's name.
   */
  name: string,
  /**
   * It.
   */
  text: string,
};

/**
 * A file of a message.
 */
export type File = {
  /**
   * Ours, once it was told to fetch or keep it.
   */
  id?: FileId,
  /**
   * Its name.
   */
  name: string,
  /**
   * Where the platform keeps it.
   */
  url: string,
  /**
   * Bytes.
   */
  size: number | null,
  /**
   * MIME type.
   */
  contentType: string | null,
};

/**
 * A file of a message.
 */
export type FileId = string;

/**
 * What looking a database through found.
 */
export type FileSoundness = "sound" | "damaged" | "missing" | "notLooked";

/**
 * A file as screens see it.
 */
export type FileView = {
  /**
   * Ours.
   */
  id: FileId | null,
  /**
   * Its name.
   */
  name: string,
  /**
   * MIME type.
   */
  contentType: string | null,
  /**
   * Bytes.
   */
  size: number | null,
  /**
   * Where it can be fetched for a while; none when it is not here.
   */
  url: string | null,
  /**
   * Why it could not be had, when it could not.
   */
  error: Error | null,
};

/**
 * A conversation that is to be sent later.
 */
export type FlagView = {
  /**
   * Where to, in words: an address without secrets, or a channel's name.
   */
  to: string,
  /**
   * When.
   */
  when: When,
  /**
   * Since when.
   */
  at: Timestamp,
};

/**
 * The map: who is there, and what moves between them.
 */
export type Flow = {
  /**
   * From when it was counted.
   */
  from: Timestamp,
  /**
   * Until when.
   */
  to: Timestamp,
  /**
   * Channels, the relay, endpoints and links, in the order they stand in.
   */
  nodes: Array<FlowNode>,
  /**
   * What moves between them, each direction by itself.
   */
  edges: Array<FlowEdge>,
  /**
   * Deliveries that wait.
   */
  waiting: number,
  /**
   * Since when the one that waits longest has waited.
   */
  oldest: Timestamp | null,
  /**
   * Older traffic is still being counted.
   */
  behind: boolean,
};

/**
 * What moved on the map in the last second.
 */
export type FlowBeat = {
  /**
   * When.
   */
  at: Timestamp,
  /**
   * Deliveries that wait.
   */
  waiting: number,
  /**
   * Edges on which something moved.
   */
  edges: Array<FlowMoved>,
};

/**
 * What moves one way between two nodes.
 */
export type FlowEdge = {
  /**
   * Its own.
   */
  id: string,
  /**
   * From this node.
   */
  source: string,
  /**
   * To that one.
   */
  target: string,
  /**
   * The lane it shows.
   */
  lane: Lane,
  /**
   * The channels whose traffic it is.
   */
  channels: Array<ChannelId>,
  /**
   * Only what a link brought from this channel.
   */
  via: ChannelId | null,
  /**
   * What arrived.
   */
  ok: number,
  /**
   * What was given up or refused.
   */
  failed: number,
  /**
   * Tries that are made again.
   */
  retried: number,
  /**
   * What arrived in a minute.
   */
  perMinute: number,
  /**
   * The share that arrived at once, 0 to 1; none without traffic.
   */
  success: number | null,
  /**
   * How long the answer took in the middle, in ms.
   */
  tookMs: number | null,
  /**
   * How well it went.
   */
  health: Health,
};

/**
 * One frame.
 */
export type FlowFrame = {
  /**
   * Its beginning.
   */
  at: Timestamp,
  /**
   * Edges on which something moved.
   */
  edges: Array<FlowMoved>,
};

/**
 * What a node of the map stands for.
 */
export type FlowKind = "channel" | "relay" | "endpoint" | "link";

/**
 * What moved on one edge.
 */
export type FlowMoved = {
  /**
   * The edge.
   */
  id: string,
  /**
   * What arrived.
   */
  ok: number,
  /**
   * What did not.
   */
  failed: number,
};

/**
 * One node of the map.
 */
export type FlowNode = {
  /**
   * What edges call it.
   */
  id: string,
  /**
   * What it stands for.
   */
  kind: FlowKind,
  /**
   * Its name; of an endpoint the host of its address.
   */
  name: string,
  /**
   * The channels it belongs to.
   */
  channels: Array<ChannelId>,
  /**
   * The link it is.
   */
  link: LinkId | null,
  /**
   * A channel's platform.
   */
  platform: Platform | null,
  /**
   * Of the Chatwoot family, which.
   */
  preset: Preset | null,
  /**
   * How a channel fares.
   */
  state: ChannelState | null,
  /**
   * A link that is paused.
   */
  paused: boolean,
  /**
   * Why it takes nothing, when it does not.
   */
  stopped: Code | null,
  /**
   * Today: requests taken of a channel, deliveries that arrived at an endpoint.
   */
  today: number,
  /**
   * Given up in the last 24 hours.
   */
  failed: number,
  /**
   * Deliveries that wait for it.
   */
  waiting: number,
  /**
   * When the last request came.
   */
  lastAt: Timestamp | null,
};

/**
 * Asks for the map.
 */
export type FlowQuery = {
  /**
   * Milliseconds up to now; five minutes when absent. While it is asked for, live rows tell what moves.
   */
  window?: number,
  /**
   * Of a span that is past: from when.
   */
  from?: Timestamp,
  /**
   * Of a span that is past: until when.
   */
  to?: Timestamp,
};

/**
 * What the endpoint gets.
 */
export type Format = "switchboard" | "asReceived";

/**
 * A database as it was found.
 */
export type FoundFile = {
  /**
   * Its name in the data folder.
   */
  name: string,
  /**
   * Bytes.
   */
  size: number,
  /**
   * What looking it through found.
   */
  soundness: FileSoundness,
};

/**
 * One header of the admin's.
 */
export type HeaderView = {
  /**
   * Its name.
   */
  name: string,
  /**
   * Its value, masked when shown.
   */
  value: string,
};

/**
 * How well a span went.
 */
export type Health = "none" | "ok" | "degraded" | "failing";

/**
 * How much there is of it. Of what was not asked for: nought.
 */
export type HistoryCount = {
  /**
   * Rows of the log.
   */
  exchanges: number,
  /**
   * Messages.
   */
  messages: number,
  /**
   * Conversations.
   */
  conversations: number,
  /**
   * Files.
   */
  files: number,
  /**
   * Bytes of those files.
   */
  fileBytes: number,
  /**
   * Deliveries that are still owed: they stay, with all they need.
   */
  waiting: number,
};

/**
 * Which history.
 */
export type HistoryRequest = {
  /**
   * Of which kinds; at least one.
   */
  what: Array<HistoryWhat>,
  /**
   * Only what is older than so many days; absent: all of it.
   */
  olderThanDays?: number,
};

/**
 * A kind of history.
 */
export type HistoryWhat = "traffic" | "conversations" | "files";

/**
 * The journey of one message.
 */
export type Journey = {
  /**
   * The exchange it began with.
   */
  exchange: ExchangeId,
  /**
   * The channel of that.
   */
  channel: ChannelId | null,
  /**
   * It in a sentence.
   */
  sentence: Sentence,
  /**
   * The worst state of what it caused.
   */
  state: State,
  /**
   * When it began.
   */
  began: Timestamp,
  /**
   * From its beginning to its last step that is over, in µs.
   */
  tookUs: number,
  /**
   * Tries made, at all destinations together.
   */
  tries: number,
  /**
   * More is to come: it is under way, or a word of the platform is due.
   */
  goingOn: boolean,
  /**
   * Who takes part, from left to right.
   */
  lanes: Array<JourneyLane>,
  /**
   * What happened and what is to come, in order.
   */
  steps: Array<JourneyStep>,
  /**
   * The exchange it was made out of by hand.
   */
  copyOf: ExchangeId | null,
  /**
   * Exchanges that were made out of it by hand.
   */
  copies: Array<ExchangeId>,
};

/**
 * One who takes part.
 */
export type JourneyLane = {
  /**
   * What it is.
   */
  kind: LaneKind,
  /**
   * Whose it is; none for the relay.
   */
  channel: ChannelId | null,
  /**
   * The channel's name, or the host of an address given once.
   */
  name: string,
  /**
   * The channel's platform.
   */
  platform: Platform | null,
  /**
   * Which member of a family.
   */
  preset: Preset | null,
};

/**
 * Whose journey: by any exchange it passed through, by a delivery, or by the message. One field must be set; of several, the first
 * counts.
 */
export type JourneyRef = {
  /**
   * An exchange: what brought it, or a try of it.
   */
  exchange?: ExchangeId,
  /**
   * A delivery of it.
   */
  delivery?: DeliveryId,
  /**
   * The message.
   */
  message?: MessageId,
};

/**
 * One step of a journey.
 */
export type JourneyStep = {
  /**
   * What kind.
   */
  kind: StepKind,
  /**
   * How it went.
   */
  state: StepState,
  /**
   * The lane it starts from; an index into the lanes.
   */
  from: number,
  /**
   * The lane it goes to; the same where it goes nowhere.
   */
  to: number,
  /**
   * When it began, or is to begin; none where nobody knows.
   */
  at: Timestamp | null,
  /**
   * The same as µs since the journey began.
   */
  offsetUs: number | null,
  /**
   * How long it took, in µs.
   */
  tookUs: number,
  /**
   * It in a sentence.
   */
  sentence: Sentence,
  /**
   * What there is to say of its limit.
   */
  limit: Sentence | null,
  /**
   * It took long.
   */
  slow: boolean,
  /**
   * What went wrong.
   */
  error: Error | null,
  /**
   * Where the time went.
   */
  timings: Timings | null,
  /**
   * The exchange that holds what went over the wire.
   */
  exchange: ExchangeId | null,
  /**
   * The delivery it is a step of.
   */
  delivery: DeliveryId | null,
};

/**
 * Where the key lives.
 */
export type KeyHome = "keychain" | "file";

/**
 * Where the key that seals secrets and bodies lives.
 */
export type KeyStatus = {
  /**
   * Keychain or file.
   */
  home: KeyHome,
  /**
   * Why it cannot be read, when it cannot: secrets are unusable until it can.
   */
  error: Error | null,
};

/**
 * A way that traffic takes between two neighbours.
 */
export type Lane = "fromPlatform" | "toEndpoint" | "fromEndpoint" | "toPlatform" | "told" | "fromScreen" | "bulk" | "asked";

/**
 * What takes part in a journey.
 */
export type LaneKind = "platform" | "relay" | "endpoint" | "address" | "back";

/**
 * What a link carries only by choice.
 */
export type LinkChoices = {
  /**
   * Answers of agents on the customers' side, as text `[name]: …`.
   */
  agents: boolean,
  /**
   * Greetings and other messages the platform writes itself.
   */
  templates: boolean,
  /**
   * Satisfaction surveys.
   */
  surveys: boolean,
};

/**
 * Two channels joined.
 */
export type LinkId = string;

/**
 * What can be set of a link. The channels only on create; on update an absent field means unchanged.
 */
export type LinkInput = {
  /**
   * The channel whose customers write.
   */
  customers?: ChannelId,
  /**
   * The channel whose operators answer.
   */
  operators?: ChannelId,
  /**
   * What it carries.
   */
  mode?: LinkMode,
  /**
   * What it carries only by choice.
   */
  choices?: LinkChoices,
  /**
   * Nothing is carried while it is paused.
   */
  paused?: boolean,
};

/**
 * What a link carries.
 */
export type LinkMode = "two-way" | "copy";

/**
 * Names one link.
 */
export type LinkRef = {
  /**
   * Which.
   */
  id: LinkId,
};

/**
 * Changes a link.
 */
export type LinkUpdate = {
  /**
   * Which.
   */
  id: LinkId,
  /**
   * What it carries.
   */
  mode?: LinkMode,
  /**
   * What it carries only by choice.
   */
  choices?: LinkChoices,
  /**
   * Nothing is carried while it is paused.
   */
  paused?: boolean,
};

/**
 * A link as screens see it.
 */
export type LinkView = {
  /**
   * Ours.
   */
  id: LinkId,
  /**
   * The channel whose customers write.
   */
  customers: ChannelId,
  /**
   * The channel whose operators answer.
   */
  operators: ChannelId,
  /**
   * What it carries.
   */
  mode: LinkMode,
  /**
   * What it carries only by choice.
   */
  choices: LinkChoices,
  /**
   * Nothing is carried while it is paused.
   */
  paused: boolean,
  /**
   * Why it cannot carry at the moment: a channel lacks what writing to it needs, is off, or is stopped. None: it can.
   */
  error: Error | null,
  /**
   * When it was made.
   */
  createdAt: Timestamp,
};

/**
 * What was done about a data folder that did not open.
 */
export type Mended = {
  /**
   * Where what was there is kept.
   */
  keptIn: string,
  /**
   * Rows that could be read; none where none were looked for.
   */
  rows?: number,
};

/**
 * A message, as far as one request tells of it.
 */
export type Message = {
  /**
   * The platform's id; for transcripts without ids a digest of who, when, what and how often. None: the platform gave nothing to
   * tell it from another of the same words, so two are two.
   */
  key: string | null,
  /**
   * Who wrote it. `message.received` is always the customer's, `message.sent` always the operator's.
   */
  from: Side,
  /**
   * The writer's name.
   */
  author: string | null,
  /**
   * The words.
   */
  text: string,
  /**
   * The platform's word for the kind of content (`text`, `cards`, …); an open list.
   */
  contentType: string | null,
  /**
   * Files that came with it.
   */
  files?: Array<File>,
  /**
   * For operators' eyes only.
   */
  private: boolean,
  /**
   * Written by the platform itself (greeting, survey).
   */
  template: boolean,
  /**
   * When it was written, by the platform's clock.
   */
  sentAt: Timestamp | null,
  /**
   * What the platform says became of it.
   */
  status: MessageStatus | null,
  /**
   * The platform's words about a failure.
   */
  error: string | null,
};

/**
 * A message of a conversation.
 */
export type MessageId = string;

/**
 * What the platform says became of a message.
 */
export type MessageStatus = "sent" | "delivered" | "read" | "failed" | "deleted";

/**
 * Whether a channel takes requests and sends.
 */
export type Mode = "active" | "paused" | "off";

/**
 * A command without a request body.
 */
export type Nothing = Record<symbol, never>;

/**
 * A live row with its number.
 */
export type Numbered = {
  /**
   * Its number in this run, from 1 without gaps.
   */
  seq: number, } & ({ "type": "exchange", "row": ExchangeRow } | { "type": "channel", "row": ChannelId } | { "type": "settings" } | { "type": "links" } | { "type": "bulk", "row": BulkView } | { "type": "pull", "row": PullView } | { "type": "problem", "row": ProblemView } | { "type": "checkup", "row": Checkup } | { "type": "export", "row": ExportView } | { "type": "flow", "row": FlowBeat } | { "type": "status", "row": Status });

/**
 * A person, or bot, on the operators' side.
 */
export type Operator = {
  /**
   * The platform's id.
   */
  key: string,
  /**
   * Name.
   */
  name: string | null,
  /**
   * E-mail address.
   */
  email: string | null,
  /**
   * The group or team.
   */
  group: string | null,
};

/**
 * The platform's own settings in one flat object; which fields apply follows from the platform.
 */
export type OptionsView = {
  /**
   * ELMA365: the token we show them when it differs; masked.
   */
  sendToken?: string,
  /**
   * ELMA365: their id of the channel, learned.
   */
  channelId?: string,
  /**
   * ELMA365: where we send to, learned.
   */
  webhook?: string,
  /**
   * ELMA365: template of the answer to userInfo.
   */
  userInfo?: string,
  /**
   * Chatwoot: number of the account; 0 clears it.
   */
  accountId?: number,
  /**
   * Chatwoot: number of the inbox; absent means every inbox, 0 clears it.
   */
  inboxId?: number,
  /**
   * Chatwoot: identifier of the public client API.
   */
  inboxIdentifier?: string,
  /**
   * Chatwoot: webhook secrets; masked and numbered from 1. A masked one sent back keeps the secret of its number.
   */
  webhookSecrets?: Array<string>,
  /**
   * Chatwoot: strict, legacy or lenient.
   */
  signature?: SignatureRule,
  /**
   * ELMA365: they have reported the outcome of a message at least once; learned.
   */
  outcomesUsed?: boolean,
  /**
   * ELMA365: send again what they stay silent about, even where no outcome has ever come.
   */
  resendSilent?: boolean,
  /**
   * Chatwoot: a message to a resolved conversation begins a new one.
   */
  newConversation?: boolean,
  /**
   * Chatwoot: language of what agents read from us, `en`, `ru` or `de`; empty means English.
   */
  agentsLanguage?: string,
  /**
   * Userlike: the header that carries the token.
   */
  secretHeader?: string,
  /**
   * Userlike: IANA name of the zone their times are written in.
   */
  timeZone?: string,
};

/**
 * A line of the published table: which platform takes which kind from which side.
 */
export type OutboxKind = {
  /**
   * Its name on the wire.
   */
  kind: string,
  /**
   * The platform.
   */
  platform: Platform,
  /**
   * From whom it is taken; empty: not at all.
   */
  from: Array<Side>,
};

/**
 * What would be left undone if the program ended now. All of it goes on at the next start.
 */
export type Owed = {
  /**
   * Deliveries that are owed and not yet made.
   */
  waiting: number,
  /**
   * Bulk sends that run.
   */
  bulks: Array<OwedBulk>,
};

/**
 * A bulk send that runs.
 */
export type OwedBulk = {
  /**
   * Where it goes.
   */
  name: string,
  /**
   * So many are behind it.
   */
  done: number,
  /**
   * Of so many.
   */
  total: number,
};

/**
 * A part of the way that can be checked by itself.
 */
export type Part = "platform" | "intake" | "endpoint" | "message";

/**
 * Nothing is sent, and whatever comes in is kept.
 */
export type Pause = {
  /**
   * Until then; none: until the admin resumes it.
   */
  until: Timestamp | null,
};

/**
 * Pauses everything.
 */
export type PauseRequest = {
  /**
   * Until then; absent: until it is resumed.
   */
  untilMs?: Timestamp,
};

/**
 * One side of an exchange, without secrets.
 */
export type Payload = {
  /**
   * Names and values; secret values masked.
   */
  headers: Array<[string, string]>,
  /**
   * The body as text; binary bodies are described in a sentence instead.
   */
  body: string,
  /**
   * Whether `body` is JSON.
   */
  json: boolean,
  /**
   * Bytes of the whole body.
   */
  size: number,
  /**
   * True when only its beginning was kept or is shown.
   */
  truncated: boolean,
};

/**
 * A kind of live-chat system.
 */
export type Platform = "elma365" | "chatwoot" | "userlike";

/**
 * What was counted in one span.
 */
export type Point = {
  /**
   * Its beginning.
   */
  at: Timestamp,
  /**
   * Requests taken.
   */
  received: number,
  /**
   * Requests refused.
   */
  refused: number,
  /**
   * What arrived where it was sent.
   */
  delivered: number,
  /**
   * What was given up.
   */
  failed: number,
  /**
   * Tries that are made again.
   */
  retried: number,
  /**
   * How long our answers took in the middle, in ms; none without requests.
   */
  ackMs: number | null,
  /**
   * How long the slowest twentieth of our answers took at least, in ms.
   */
  ackSlowMs: number | null,
  /**
   * Answers of ours that took more than 3 s.
   */
  ackLate: number,
  /**
   * How long the others took to answer in the middle, in ms.
   */
  answerMs: number | null,
  /**
   * From arrival here to arrival there in the middle, in ms.
   */
  throughMs: number | null,
  /**
   * The same of the slowest twentieth, at least.
   */
  throughSlowMs: number | null,
};

/**
 * Another port for the relay.
 */
export type PortAdvice = {
  /**
   * The address that was wished for.
   */
  listen: string,
  /**
   * The program that has its port, where the system tells.
   */
  program: string | null,
  /**
   * A port near it that is free now.
   */
  free: number | null,
};

/**
 * Chooses a port.
 */
export type PortChoice = {
  /**
   * Which.
   */
  port: number,
};

/**
 * How a practice endpoint answers.
 */
export type PracticeAnswer = { "kind": "ok" } | { "kind": "slow",
  /**
   * How many; at most 120,000.
   */
  ms: number, } | { "kind": "unauthorised" } | { "kind": "rejecting" } | { "kind": "failing" } | { "kind": "busy" } | { "kind": "reset" } | { "kind": "silent" } | { "kind": "notJson" };

/**
 * A channel's practice endpoint.
 */
export type PracticeEndpoint = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * Where it listens; none while it does not run.
   */
  url: string | null,
  /**
   * How it answers.
   */
  answer: PracticeAnswer,
  /**
   * Whether the channel sends to it.
   */
  inUse: boolean,
  /**
   * Where the channel sent before, without its secrets; none where it sent nowhere.
   */
  before: string | null,
  /**
   * What came since it runs, newest first; at most 50.
   */
  received: Array<PracticeReceived>,
};

/**
 * A request that came to a practice endpoint. Headers and body are redacted.
 */
export type PracticeReceived = {
  /**
   * Counts from 1.
   */
  number: number,
  /**
   * When.
   */
  at: Timestamp,
  /**
   * What it tells of, in our vocabulary or the platform's; empty when it does not say.
   */
  kind: string,
  /**
   * Its `webhook-id`.
   */
  webhookId: string,
  /**
   * Whether its signature is the channel's; none where it has none.
   */
  signed: boolean | null,
  /**
   * How it was answered; none where the connection was cut or nothing was said.
   */
  status: number | null,
  /**
   * Names and values; secret values masked.
   */
  headers: Array<[string, string]>,
  /**
   * The beginning of the body.
   */
  body: string,
  /**
   * Bytes of the whole body.
   */
  size: number,
};

/**
 * Names a channel whose practice is meant.
 */
export type PracticeRef = {
  /**
   * The channel.
   */
  channel: ChannelId,
};

/**
 * A request as the platform would send it, made up just now.
 */
export type PracticeSample = {
  /**
   * Its name here.
   */
  id: string,
  /**
   * The platform's own name for the event.
   */
  name: string,
  /**
   * What it is read as.
   */
  kind: EventKind,
  /**
   * Whether the channel's endpoint gets such events.
   */
  subscribed: boolean,
  /**
   * Names and values; secret values masked.
   */
  headers: Array<[string, string]>,
  /**
   * The body, laid out to be read; secrets masked.
   */
  body: string,
};

/**
 * Sends a sample to the channel's own intake, over real HTTP.
 */
export type PracticeSend = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * Which sample.
   */
  id: string,
};

/**
 * What became of a request that was sent for practice.
 */
export type PracticeSent = {
  /**
   * HTTP status of the answer; none when there was none.
   */
  status: number | null,
  /**
   * Its row in the log; none where it was not kept.
   */
  exchange: ExchangeId | null,
};

/**
 * Sets how a channel's practice endpoint answers, and starts it.
 */
export type PracticeSet = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * How.
   */
  answer: PracticeAnswer,
};

/**
 * Lets a channel send to its practice endpoint, or to where it sent before.
 */
export type PracticeUse = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * Whether it sends to the practice endpoint.
   */
  on: boolean,
};

/**
 * Which member of the Chatwoot family a channel talks to. They speak one protocol; names and default addresses differ.
 */
export type Preset = "chatwoot" | "chatlake" | "onehash";

/**
 * How much of what was said is kept of what arrived. What is still owed, failed, or was refused and may yet be accepted is kept whole at
 * every level: without it nothing could be sent. What was not received at all is never there to be kept.
 */
export type Privacy = "full" | "withoutText" | "metadataOnly";

/**
 * What a problem is about.
 */
export type ProblemAbout = {
  /**
   * The kind.
   */
  kind: AboutKind,
  /**
   * Which of them; none where there is only one.
   */
  id: string | null,
  /**
   * What it is called.
   */
  name: string,
  /**
   * Whose it is, of what is a channel's.
   */
  channel: ChannelId | null,
};

/**
 * Says that somebody knows of a problem, or takes that back.
 */
export type ProblemAcknowledge = {
  /**
   * Which.
   */
  id: ProblemId,
  /**
   * Whether somebody knows; yes when absent.
   */
  known?: boolean,
};

/**
 * A problem with everything about it.
 */
export type ProblemDetail = {
  /**
   * It.
   */
  problem: ProblemView,
  /**
   * HTTP status of the last answer; none when there was no answer.
   */
  status: number | null,
  /**
   * The beginning of the last answer, without secrets.
   */
  answer: string,
  /**
   * The certificate that was refused, when one was.
   */
  certificate: CertificateSeen | null,
  /**
   * Where the time of the last try went.
   */
  timings: Timings | null,
  /**
   * Deliveries it concerns, the last few.
   */
  deliveries: Array<DeliveryId>,
  /**
   * The last exchanges that showed it, newest first.
   */
  exchanges: Array<ExchangeRow>,
  /**
   * Of a token that came and is not the one saved: both, so far as they may be shown.
   */
  tokens: TokensCompared | null,
};

/**
 * Which problems.
 */
export type ProblemFilter = "open" | "solved" | "all";

/**
 * Failures of one cause.
 */
export type ProblemId = string;

/**
 * Asks for problems.
 */
export type ProblemQuery = {
  /**
   * Which; all when absent.
   */
  filter?: ProblemFilter,
};

/**
 * Names one problem.
 */
export type ProblemRef = {
  /**
   * Which.
   */
  id: ProblemId,
};

/**
 * How a problem stands.
 */
export type ProblemState = "open" | "acknowledged" | "solved";

/**
 * Failures of one cause.
 */
export type ProblemView = {
  /**
   * Ours.
   */
  id: ProblemId,
  /**
   * What goes wrong.
   */
  code: Code,
  /**
   * What fills its sentences.
   */
  params: { [key in string]: string },
  /**
   * What goes wrong, in a few words.
   */
  sentence: Sentence,
  /**
   * The likely cause, and what happens with the messages.
   */
  body: Sentence,
  /**
   * What it is about.
   */
  about: ProblemAbout,
  /**
   * How it stands.
   */
  state: ProblemState,
  /**
   * When it was first seen.
   */
  openedAt: Timestamp,
  /**
   * When it was last seen.
   */
  lastAt: Timestamp,
  /**
   * When it was over.
   */
  solvedAt: Timestamp | null,
  /**
   * How often it was seen.
   */
  count: number,
  /**
   * Deliveries that wait because of it.
   */
  waiting: number,
  /**
   * Deliveries that were given up because of it and can be sent again.
   */
  failed: number,
  /**
   * Requests that were refused because of it and can still be accepted.
   */
  kept: number,
  /**
   * When it is tried again by itself.
   */
  nextAt: Timestamp | null,
  /**
   * What can be done, the best first; exactly one is primary.
   */
  remedies: Array<Remedy>,
  /**
   * The exchange that showed it last.
   */
  exchange: ExchangeId | null,
};

/**
 * Accepts a request that was kept without being acted on, and processes it.
 */
export type ProcessRequest = {
  /**
   * Which exchange.
   */
  id: ExchangeId,
  /**
   * For a request to an unknown address: the channel it belongs to.
   */
  channel?: ChannelId,
};

/**
 * Fetches what a platform knows of its channel's past conversations.
 */
export type PullRequest = {
  /**
   * Of which channel.
   */
  channel: ChannelId,
  /**
   * Only those in which something happened at or after this; all when absent.
   */
  from?: Timestamp,
};

/**
 * How fetching history stands.
 */
export type PullState = "running" | "done" | "failed" | "cancelled";

/**
 * How fetching history goes.
 */
export type PullView = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * How it stands.
   */
  state: PullState,
  /**
   * When it was begun.
   */
  startedAt: Timestamp,
  /**
   * Conversations fetched.
   */
  conversations: number,
  /**
   * How many the platform says there are; none while it has not said.
   */
  total: number | null,
  /**
   * Messages that were new here.
   */
  messages: number,
  /**
   * What went wrong, when something did.
   */
  error: Error | null,
};

/**
 * Why the engine does not run, and what there is to go on from.
 */
export type Recovery = {
  /**
   * Why it did not start.
   */
  error: Error,
  /**
   * The data folder.
   */
  folder: string,
  /**
   * How its databases were found.
   */
  files: Array<FoundFile>,
  /**
   * Backups that are there, the newest first.
   */
  backups: Array<BackupView>,
  /**
   * Whether restoring, reading what can be read and starting anew make sense: the data is there and nobody uses it.
   */
  mendable: boolean,
  /**
   * All this as a text for whoever helps.
   */
  report: string,
};

/**
 * The relay's own state.
 */
export type RelayStatus = {
  /**
   * The address it listens on, with the port it really got.
   */
  listen: string,
  /**
   * The base of the addresses it gives out; none when the admin has set no public address.
   */
  publicUrl: string | null,
  /**
   * Why it does not listen, when it does not.
   */
  error: Error | null,
  /**
   * Why it still listens there, when it is to listen elsewhere.
   */
  stays: Error | null,
};

/**
 * Something that can be done about a problem.
 */
export type Remedy = {
  /**
   * What.
   */
  action: RemedyAction,
  /**
   * How it is done.
   */
  kind: RemedyKind,
  /**
   * The one to try first.
   */
  primary: boolean,
  /**
   * What fills its label: counts, addresses, names.
   */
  params: { [key in string]: string },
};

/**
 * Something that can be done about a problem.
 */
export type RemedyAction = "retry" | "resend" | "checkAgain" | "acceptToken" | "process" | "keepRefusing" | "trust" | "readSecret" | "newSecret" | "useAddress" | "useFreePort" | "waitLonger" | "sendSlower" | "startNew" | "skip" | "withoutFiles" | "freeSpace" | "backUp" | "breakLoop" | "unlock" | "systemProxy" | "pauseChannel" | "resumeBulk" | "catchUp" | "addressGiven" | "dismiss" | "newToken" | "editAddress" | "editSignIn" | "chooseInbox" | "choosePort" | "chooseFolder" | "editPublicAddress" | "copyAddresses" | "openChannel" | "openBulk" | "showTraffic" | "copyNote" | "report";

/**
 * How a remedy is done.
 */
export type RemedyKind = "run" | "confirm" | "form" | "place" | "copy";

/**
 * Does something about a problem.
 */
export type RemedyRequest = {
  /**
   * Which problem.
   */
  id: ProblemId,
  /**
   * What.
   */
  action: RemedyAction,
  /**
   * A new token or address.
   */
  value?: string,
  /**
   * Of requests that belong to nobody: the channel they are given to.
   */
  channel?: ChannelId,
  /**
   * The fingerprint that was shown and agreed to.
   */
  fingerprint?: string,
};

/**
 * What came of a remedy.
 */
export type RemedyResult = {
  /**
   * The problem as it is now.
   */
  problem: ProblemView,
  /**
   * What was done, in a sentence; none when nothing was, because of the error.
   */
  sentence: Sentence | null,
  /**
   * Why it did not help, when it did not.
   */
  error: Error | null,
};

/**
 * What moved on the map in a past span.
 */
export type Replay = {
  /**
   * Milliseconds of one frame.
   */
  frameMs: number,
  /**
   * The frames in which something moved, the oldest first.
   */
  frames: Array<FlowFrame>,
};

/**
 * Asks for a past span to be shown again.
 */
export type ReplayQuery = {
  /**
   * From when.
   */
  from: Timestamp,
  /**
   * Until when, a day later at most.
   */
  to: Timestamp,
};

/**
 * What became of a reply: it is stored and on its way.
 */
export type Replied = {
  /**
   * Its event.
   */
  event: EventId,
  /**
   * Its row in the log.
   */
  exchange: ExchangeId,
};

/**
 * Answers as an operator.
 */
export type ReplyRequest = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The platform's id of the conversation.
   */
  conversation: string,
  /**
   * The words.
   */
  text?: string,
  /**
   * A note among operators.
   */
  private?: boolean,
  /**
   * Files brought in before.
   */
  files?: Array<FileId>,
};

/**
 * Which deliveries to send again: by id, or all that match.
 */
export type ResendRequest = {
  /**
   * These.
   */
  ids?: Array<DeliveryId>,
  /**
   * All that match; at least one field must be set.
   */
  filter?: DeliveryFilter,
};

/**
 * How many were put in the queue again, and how many could not be.
 */
export type Resent = {
  /**
   * Put in the queue.
   */
  queued: number,
  /**
   * Already in the queue, or with nothing to send.
   */
  left: number,
};

/**
 * What takes the place of everything at the next start.
 */
export type RestoreReady = {
  /**
   * When it was made ready: what came since is kept aside then.
   */
  at: Timestamp,
  /**
   * The time the backup is of.
   */
  from: Timestamp,
};

/**
 * What was done to restore a backup.
 */
export type Restored = {
  /**
   * It takes effect when the app has been started again.
   */
  restartNeeded: boolean,
  /**
   * Where what is there now will be kept.
   */
  keptIn: string,
};

/**
 * How trying goes on.
 */
export type Retry = {
  /**
   * Tries made.
   */
  made: number,
  /**
   * Tries there will be at most.
   */
  of: number,
  /**
   * When the next one is due; none while it waits for its destination or its turn.
   */
  next: Timestamp | null,
};

/**
 * A secret in clear: the only type besides the answer of `channel.create` that holds one.
 */
export type Revealed = {
  /**
   * In clear.
   */
  value: string,
};

/**
 * A check that is being made.
 */
export type RunningCheck = {
  /**
   * The part of the way it belongs to.
   */
  part: Part,
  /**
   * What is checked.
   */
  name: string,
};

/**
 * A saved view of the list of conversations.
 */
export type SavedView = {
  /**
   * Ours.
   */
  id: ViewId,
  /**
   * Its name.
   */
  name: string,
  /**
   * Which conversations.
   */
  filter: ConversationFilter,
  /**
   * In which order.
   */
  sort: ConversationSort,
  /**
   * Smallest first.
   */
  ascending: boolean,
};

/**
 * Which secret of a channel.
 */
export type SecretField = "token" | "sendToken" | "endpointToken" | "signingSecret" | "intakeKey";

/**
 * Names one secret of one channel.
 */
export type SecretRef = {
  /**
   * Which channel.
   */
  id: ChannelId,
  /**
   * Which secret.
   */
  field: SecretField,
};

/**
 * A conversation that cannot be sent there.
 */
export type SendRefused = {
  /**
   * Which.
   */
  id: ConversationId,
  /**
   * Why.
   */
  error: Error,
};

/**
 * A sentence of the strings catalogue.
 */
export type Sentence = {
  /**
   * Its key.
   */
  key: string,
  /**
   * What fills its blanks. Counts come as numbers in text.
   */
  params: { [key in string]: string },
  /**
   * The sentence in English.
   */
  english: string,
  /**
   * How good or bad it is.
   */
  tone: Tone,
};

/**
 * What was counted, point by point, oldest first; every point is there, also those without traffic.
 */
export type Series = {
  /**
   * Milliseconds of one point.
   */
  bucketMs: number,
  /**
   * The points.
   */
  points: Array<Point>,
  /**
   * The same for the whole of it.
   */
  sum: Point,
  /**
   * What was answered, the most frequent first.
   */
  answers: Array<AnswerCount>,
  /**
   * Older traffic is still being counted.
   */
  behind: boolean,
};

/**
 * Asks for a series for charts.
 */
export type SeriesQuery = {
  /**
   * Only of these channels; all when absent.
   */
  channels?: Array<ChannelId>,
  /**
   * Only of this lane; the four that messages take when absent.
   */
  lane?: Lane,
  /**
   * Only what a link brought from this channel.
   */
  via?: ChannelId,
  /**
   * From when.
   */
  from: Timestamp,
  /**
   * Until when; now when absent.
   */
  to?: Timestamp,
  /**
   * Milliseconds of one point, at least a minute; there are 1,000 points at most.
   */
  bucketMs?: number,
};

/**
 * Settings of the whole app.
 */
export type Settings = {
  /**
   * Address and port the relay listens on. It moves there as soon as it can have it, unless another one was said at the start.
   */
  listen: string,
  /**
   * Base of the addresses given to platforms, with scheme; empty means none.
   */
  publicUrl: string,
  /**
   * `system`, `light` or `dark`.
   */
  theme: string,
  /**
   * `system`, `en`, `ru` or `de`.
   */
  language: string,
  /**
   * Waits before each further try, in ms, after the first one at once.
   */
  retryScheduleMs: Array<number>,
  /**
   * Each wait is lengthened or shortened by up to this share of itself.
   */
  retryJitter: number,
  /**
   * How long one try may take, in ms.
   */
  timeoutMs: number,
  /**
   * How long a failing message holds back the later ones of its chat, in ms.
   */
  holdLaneMs: number,
  /**
   * Waits before the second and third try of a message the endpoint does not accept, in ms.
   */
  rejectedScheduleMs: Array<number>,
  /**
   * Waits before each further try of an item of a bulk send, in ms.
   */
  bulkScheduleMs: Array<number>,
  /**
   * The breaker opens after this many failures in a row at one destination.
   */
  breakerAfter: number,
  /**
   * A stopped destination is probed this often, in ms.
   */
  probeMs: number,
  /**
   * Deliveries under way to one destination at once.
   */
  concurrency: number,
  /**
   * `system`, `none`, or the address of a proxy.
   */
  proxy: string,
  /**
   * How long a sender may take to send a whole request, in ms.
   */
  intakeTimeoutMs: number,
  /**
   * Days the traffic log is kept, with its events and deliveries; 0 means for ever. What is still owed stays.
   */
  keepTrafficDays: number,
  /**
   * Days the single tries are kept; 0 means as long as the log.
   */
  keepTriesDays: number,
  /**
   * Days messages and conversations are kept; 0 means for ever.
   */
  keepConversationsDays: number,
  /**
   * The most that the log and the files may take on the disk, in MB: beyond it the oldest goes. 0 means no limit. What is still owed
   * stays.
   */
  keepTrafficMb: number,
  /**
   * How much is kept of what was said once it has arrived; for what comes from now on.
   */
  privacy: Privacy,
  /**
   * The same for single channels, where it differs.
   */
  privacyOf: { [key in string]: Privacy },
  /**
   * A backup is made every day.
   */
  backupDaily: boolean,
  /**
   * So many of those backups are kept.
   */
  backupKeep: number,
  /**
   * The folder for them; empty: `backups` in the data folder.
   */
  backupFolder: string,
  /**
   * Hosts inside the network from which files may be fetched.
   */
  fileHosts: Array<string>,
  /**
   * How long the address of a file works, in hours.
   */
  fileAddressHours: number,
  /**
   * What an operator writes to have a conversation sent to the endpoint; empty: nothing does.
   */
  sendCommand: string,
  /**
   * What closing the window does: `ask`, `tray` (go on in the background) or `quit`.
   */
  closeTo: string,
  /**
   * Started with the computer, the window stays hidden.
   */
  startHidden: boolean,
  /**
   * How large everything in the window is, in percent.
   */
  zoom: number,
  /**
   * What the system is asked to show: `all`, `problems` or `none`.
   */
  notifications: string,
  /**
   * Once a day is told what the day before brought.
   */
  dailyDigest: boolean,
  /**
   * From this minute of this computer's day on no notification is shown.
   */
  quietFrom: number,
  /**
   * Until this one; the same as the other: they are shown at all times.
   */
  quietTo: number,
  /**
   * The window is drawn in the way that works everywhere; takes effect at the next start.
   */
  safeGraphics: boolean,
  /**
   * Keys that the admin gave to actions of the screens, by the action's name; an empty one takes the key away. Screens know the rest.
   */
  shortcuts: { [key in string]: string },
  /**
   * Keys without Ctrl or Alt act, in a list that has the focus.
   */
  singleKeys: boolean,
  /**
   * Channels in the order the admin gave them; those that are not named come after them, the oldest first.
   */
  channelOrder: Array<ChannelId>,
  /**
   * Views of the traffic log that were saved.
   */
  trafficViews: Array<TrafficView>,
};

/**
 * Changes settings: absent fields are unchanged.
 */
export type SettingsUpdate = Partial<Settings>;

/**
 * Settings with what screens need to know about them.
 */
export type SettingsView = {
  /**
   * True when `listen` was changed and is not gone by, because another address was said at the start.
   */
  restartNeeded: boolean,
  /**
   * What was put right or is worth a warning; only in the answer of update.
   */
  notes: Array<Sentence>,
  /**
   * Address and port the relay listens on. It moves there as soon as it can have it, unless another one was said at the start.
   */
  listen: string,
  /**
   * Base of the addresses given to platforms, with scheme; empty means none.
   */
  publicUrl: string,
  /**
   * `system`, `light` or `dark`.
   */
  theme: string,
  /**
   * `system`, `en`, `ru` or `de`.
   */
  language: string,
  /**
   * Waits before each further try, in ms, after the first one at once.
   */
  retryScheduleMs: Array<number>,
  /**
   * Each wait is lengthened or shortened by up to this share of itself.
   */
  retryJitter: number,
  /**
   * How long one try may take, in ms.
   */
  timeoutMs: number,
  /**
   * How long a failing message holds back the later ones of its chat, in ms.
   */
  holdLaneMs: number,
  /**
   * Waits before the second and third try of a message the endpoint does not accept, in ms.
   */
  rejectedScheduleMs: Array<number>,
  /**
   * Waits before each further try of an item of a bulk send, in ms.
   */
  bulkScheduleMs: Array<number>,
  /**
   * The breaker opens after this many failures in a row at one destination.
   */
  breakerAfter: number,
  /**
   * A stopped destination is probed this often, in ms.
   */
  probeMs: number,
  /**
   * Deliveries under way to one destination at once.
   */
  concurrency: number,
  /**
   * `system`, `none`, or the address of a proxy.
   */
  proxy: string,
  /**
   * How long a sender may take to send a whole request, in ms.
   */
  intakeTimeoutMs: number,
  /**
   * Days the traffic log is kept, with its events and deliveries; 0 means for ever. What is still owed stays.
   */
  keepTrafficDays: number,
  /**
   * Days the single tries are kept; 0 means as long as the log.
   */
  keepTriesDays: number,
  /**
   * Days messages and conversations are kept; 0 means for ever.
   */
  keepConversationsDays: number,
  /**
   * The most that the log and the files may take on the disk, in MB: beyond it the oldest goes. 0 means no limit. What is still owed
   * stays.
   */
  keepTrafficMb: number,
  /**
   * How much is kept of what was said once it has arrived; for what comes from now on.
   */
  privacy: Privacy,
  /**
   * The same for single channels, where it differs.
   */
  privacyOf: { [key in string]: Privacy },
  /**
   * A backup is made every day.
   */
  backupDaily: boolean,
  /**
   * So many of those backups are kept.
   */
  backupKeep: number,
  /**
   * The folder for them; empty: `backups` in the data folder.
   */
  backupFolder: string,
  /**
   * Hosts inside the network from which files may be fetched.
   */
  fileHosts: Array<string>,
  /**
   * How long the address of a file works, in hours.
   */
  fileAddressHours: number,
  /**
   * What an operator writes to have a conversation sent to the endpoint; empty: nothing does.
   */
  sendCommand: string,
  /**
   * What closing the window does: `ask`, `tray` (go on in the background) or `quit`.
   */
  closeTo: string,
  /**
   * Started with the computer, the window stays hidden.
   */
  startHidden: boolean,
  /**
   * How large everything in the window is, in percent.
   */
  zoom: number,
  /**
   * What the system is asked to show: `all`, `problems` or `none`.
   */
  notifications: string,
  /**
   * Once a day is told what the day before brought.
   */
  dailyDigest: boolean,
  /**
   * From this minute of this computer's day on no notification is shown.
   */
  quietFrom: number,
  /**
   * Until this one; the same as the other: they are shown at all times.
   */
  quietTo: number,
  /**
   * The window is drawn in the way that works everywhere; takes effect at the next start.
   */
  safeGraphics: boolean,
  /**
   * Keys that the admin gave to actions of the screens, by the action's name; an empty one takes the key away. Screens know the rest.
   */
  shortcuts: { [key in string]: string },
  /**
   * Keys without Ctrl or Alt act, in a list that has the focus.
   */
  singleKeys: boolean,
  /**
   * Channels in the order the admin gave them; those that are not named come after them, the oldest first.
   */
  channelOrder: Array<ChannelId>,
  /**
   * Views of the traffic log that were saved.
   */
  trafficViews: Array<TrafficView>,
};

/**
 * How far the set-up of a channel has come.
 */
export type Setup = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The step it is at, from 1.
   */
  step: number,
  /**
   * When it got there.
   */
  at: Timestamp,
};

/**
 * An account of a Chatwoot.
 */
export type SetupAccount = {
  /**
   * Its number.
   */
  id: number,
  /**
   * Its name.
   */
  name: string,
  /**
   * The token's owner is an administrator there: inboxes can be made and their webhooks set.
   */
  administrator: boolean,
  /**
   * Its inboxes: those of the kind API first.
   */
  inboxes: Array<SetupInbox>,
  /**
   * Why its inboxes cannot be listed.
   */
  error: Error | null,
};

/**
 * Sets where a channel's inbox sends to.
 */
export type SetupApplyWebhook = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The address; absent: the channel's intake address. An empty one takes it away, as it was before.
   */
  url?: string,
};

/**
 * A certificate that a server showed and this computer does not believe.
 */
export type SetupCertificate = {
  /**
   * What it says.
   */
  seen: CertificateSeen,
  /**
   * PEM, to be trusted.
   */
  pem: string,
};

/**
 * Makes an inbox of the kind API and binds a channel to it.
 */
export type SetupCreateInbox = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The account.
   */
  accountId: number,
  /**
   * What it is to be called there.
   */
  name: string,
};

/**
 * An inbox of a Chatwoot.
 */
export type SetupInbox = {
  /**
   * Its number.
   */
  id: number,
  /**
   * Its name.
   */
  name: string,
  /**
   * Its kind, as a word of the server: `Api`, `WebWidget`, `Email`.
   */
  kind: string,
  /**
   * Where it sends to; none: nowhere.
   */
  webhookUrl: string | null,
  /**
   * The channel here that has it already.
   */
  usedBy: string | null,
  /**
   * Why it cannot be chosen: it is of another kind (ID-02).
   */
  obstacle: Error | null,
};

/**
 * Asks a Chatwoot what a token may see.
 */
export type SetupLook = {
  /**
   * The channel whose token is meant when it is masked or absent.
   */
  channel?: ChannelId,
  /**
   * Of the family, which.
   */
  preset?: Preset,
  /**
   * Where it is. The address of any page of its dashboard will do; absent: the preset's own.
   */
  apiUrl?: string,
  /**
   * The token, in clear.
   */
  token?: string,
  /**
   * PEM of a certificate that is trusted at this server.
   */
  platformCertificate?: string,
};

/**
 * What a token may see.
 */
export type SetupLooked = {
  /**
   * The server's address, taken out of what was typed.
   */
  apiUrl: string,
  /**
   * Whose token it is.
   */
  user: string,
  /**
   * The accounts, in the server's order.
   */
  accounts: Array<SetupAccount>,
  /**
   * The account that the pasted address names, if the token can see it.
   */
  accountId: number | null,
  /**
   * The inbox that the pasted address names, if the token can see it.
   */
  inboxId: number | null,
  /**
   * What was put right or is worth knowing.
   */
  notes: Array<Sentence>,
};

/**
 * Notes how far the set-up of a channel has come.
 */
export type SetupPut = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The step it is at, 1 to 4.
   */
  step: number,
};

/**
 * Binds a channel to an inbox that is there.
 */
export type SetupUseInbox = {
  /**
   * The channel.
   */
  channel: ChannelId,
  /**
   * The account.
   */
  accountId: number,
  /**
   * The inbox.
   */
  inboxId: number,
};

/**
 * Where a channel's inbox sends to.
 */
export type SetupWebhook = {
  /**
   * The inbox's name.
   */
  inbox: string,
  /**
   * Where it sends to now; empty: nowhere.
   */
  url: string,
  /**
   * Where it sent to before; the same when nothing was changed.
   */
  before: string,
  /**
   * It sends to the channel's intake address.
   */
  ours: boolean,
};

/**
 * Which side of a conversation somebody is on.
 */
export type Side = "customer" | "operator" | "system";

/**
 * The state of the whole in a word: what the tray shows.
 */
export type Sign = "working" | "problem" | "stopped" | "paused";

/**
 * How strictly Chatwoot's signature is demanded once a webhook secret is known.
 */
export type SignatureRule = "strict" | "legacy" | "lenient";

/**
 * Why something was deliberately not sent.
 */
export type SkipReason = "noEndpoint" | "notSubscribed" | "duplicate" | "ownEcho" | "otherInbox" | "discarded" | "nothingToSend" | "stale" | "superseded" | "circle" | "command" | "history";

/**
 * Who an exchange came from, or why we made it.
 */
export type Source = "platform" | "endpoint" | "screen" | "catchUp" | "file" | "practice";

/**
 * Sums of today (since midnight UTC), of seven and of thirty days, each with today.
 */
export type Spans = {
  /**
   * Today.
   */
  today: Sums,
  /**
   * Seven days.
   */
  week: Sums,
  /**
   * Thirty days.
   */
  month: Sums,
};

/**
 * How fast we answer.
 */
export type Speed = {
  /**
   * In the middle, in ms.
   */
  ms: number,
  /**
   * The slowest twentieth at least, in ms.
   */
  slowMs: number,
  /**
   * How many took more than 3 s.
   */
  late: number,
  /**
   * Of how many.
   */
  of: number,
};

/**
 * What became of a delivery; of a message or an exchange it is the worst of what it caused.
 */
export type State = "received" | "sending" | "accepted" | "delivered" | "read" | "retrying" | "failed" | "onHold" | "waitingForPlatform" | "skipped" | "unknown" | "refused";

/**
 * How things are, in one look.
 */
export type Status = {
  /**
   * The one true sentence, as a key of the strings catalogue with what fills it.
   */
  sentence: Sentence,
  /**
   * The relay's own state.
   */
  relay: RelayStatus,
  /**
   * Where secrets are kept.
   */
  key: KeyStatus,
  /**
   * Everything is paused.
   */
  paused: Pause | null,
  /**
   * The state of the whole in a word.
   */
  sign: Sign,
  /**
   * Channels by how they fare.
   */
  channels: ChannelCounts,
  /**
   * Since midnight by this computer's clock.
   */
  today: TodayCounts,
  /**
   * Deliveries that are owed and not yet made.
   */
  waiting: number,
  /**
   * Requests to addresses no channel has, kept for the admin.
   */
  unclaimed: number,
  /**
   * Problems that are open: neither solved nor known to somebody.
   */
  problems: number,
  /**
   * Destinations that are stopped, and why.
   */
  stopped: Array<DestinationStatus>,
  /**
   * What was missed while this computer was off or without a network, and what became of it; newest first.
   */
  catchUps: Array<CatchUp>,
  /**
   * A backup that takes the place of everything at the next start.
   */
  restoreReady: RestoreReady | null,
  /**
   * The practice platforms are running.
   */
  demo: boolean,
  /**
   * The version of the app.
   */
  version: string,
  /**
   * The folder everything is kept in.
   */
  dataFolder: string,
};

/**
 * What kind of step.
 */
export type StepKind = "came" | "answered" | "notSent" | "try" | "wait" | "report" | "word" | "sentAgain" | "givenUp" | "pending" | "next" | "missing";

/**
 * How a step went.
 */
export type StepState = "good" | "bad" | "neutral" | "missing" | "future";

/**
 * One channel's bars, the oldest first.
 */
export type Strip = {
  /**
   * Which.
   */
  channel: ChannelId,
  /**
   * Its bars.
   */
  bars: Array<Bar>,
};

/**
 * Asks for the strips of all channels.
 */
export type StripsQuery = {
  /**
   * Milliseconds of one bar, a multiple of five minutes; a day when absent.
   */
  barMs?: number,
  /**
   * How many; 90 when absent, 400 at most.
   */
  bars?: number,
  /**
   * Where the last bar ends, rounded up to five minutes; the end of the bar that is now when absent.
   */
  to?: Timestamp,
};

/**
 * What came in and what became of what was owed for it.
 */
export type Sums = {
  /**
   * Messages that came in.
   */
  received: number,
  /**
   * Deliveries of messages that arrived.
   */
  delivered: number,
  /**
   * Deliveries of messages that were given up.
   */
  failed: number,
  /**
   * Tries that did not arrive, and requests refused.
   */
  troubled: number,
};

/**
 * Where a conversation is sent.
 */
export type Target = { "kind": "endpoint" } | { "kind": "address",
  /**
   * It, http or https. It may hold a secret.
   */
  url: string, } | { "kind": "channel",
  /**
   * Which.
   */
  channel: ChannelId,
};

/**
 * Somewhere conversations can be sent, or why not.
 */
export type TargetView = {
  /**
   * It.
   */
  target: Target,
  /**
   * Its name: of a channel, or the endpoint's host.
   */
  name: string,
  /**
   * Its address without secrets; empty for a channel that has none.
   */
  url: string,
  /**
   * Why nothing can be sent there; none when it can.
   */
  error: Error | null,
  /**
   * When conversations of the asked channel can be sent there.
   */
  whens: Array<When>,
};

/**
 * Asks where conversations can be sent.
 */
export type TargetsQuery = {
  /**
   * Conversations of this channel; of any when absent.
   */
  channel?: ChannelId,
};

/**
 * What a test of a channel found.
 */
export type TestReport = {
  /**
   * In the order they were made; within a part one that failed ends the list, because the next ones build on it.
   */
  checks: Array<Check>,
};

/**
 * Text for the clipboard.
 */
export type Text = {
  /**
   * The text.
   */
  text: string,
};

/**
 * UTC milliseconds since 1970. JSON and TypeScript see a plain number.
 */
export type Timestamp = number;

/**
 * Where the time of one request went, in µs; parts that did not happen (a connection was reused) are none.
 */
export type Timings = {
  /**
   * Finding the host.
   */
  dnsUs: number | null,
  /**
   * Connecting.
   */
  connectUs: number | null,
  /**
   * Agreeing on encryption.
   */
  tlsUs: number | null,
  /**
   * From the request's first byte to the answer's first byte.
   */
  firstByteUs: number | null,
  /**
   * All of it.
   */
  totalUs: number,
};

/**
 * Counts of one day.
 */
export type TodayCounts = {
  /**
   * Messages that came in.
   */
  received: number,
  /**
   * Deliveries of messages that arrived.
   */
  delivered: number,
  /**
   * Deliveries of messages that were given up.
   */
  failed: number,
};

/**
 * Two tokens side by side, of each only as much as tells them apart.
 */
export type TokensCompared = {
  /**
   * The one saved, masked.
   */
  saved: string,
  /**
   * The one that came, masked.
   */
  came: string,
  /**
   * Where the request came from.
   */
  sender: string,
};

/**
 * How good or bad a sentence is.
 */
export type Tone = "good" | "neutral" | "warning" | "bad";

/**
 * What came in, arrived and failed over the days.
 */
export type Totals = {
  /**
   * Of all channels.
   */
  all: Spans,
  /**
   * By channel.
   */
  channels: Array<ChannelTotals>,
  /**
   * How fast we answer platforms that give up on us after five seconds, in the last hour; none without requests of theirs.
   */
  speed: Speed | null,
  /**
   * Older traffic is still being counted.
   */
  behind: boolean,
};

/**
 * Which rows of the log. Every field narrows.
 */
export type TrafficFilter = {
  /**
   * In or out.
   */
  direction?: Direction,
  /**
   * One channel.
   */
  channel?: ChannelId,
  /**
   * One state.
   */
  state?: State,
  /**
   * Words in text, names, ids, addresses.
   */
  text?: string,
  /**
   * Not before.
   */
  from?: Timestamp,
  /**
   * Not after.
   */
  to?: Timestamp,
  /**
   * Only requests to addresses no channel has.
   */
  unclaimed?: boolean,
};

/**
 * A page of the log.
 */
export type TrafficPage = {
  /**
   * The rows, newest first.
   */
  rows: Array<ExchangeRow>,
  /**
   * The key to go on from; none at the end.
   */
  next: ExchangeId | null,
  /**
   * When the search stopped at its budget: how far back it looked. `next` goes on from there.
   */
  searchedBack: Timestamp | null,
  /**
   * About how many rows the whole log has; exact when no filter is set.
   */
  total: number | null,
};

/**
 * Asks for a page of the log, newest first for `before` (and without either), oldest first for `after`.
 */
export type TrafficQuery = {
  /**
   * How many rows at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * Rows older than this one.
   */
  before?: ExchangeId,
  /**
   * Rows newer than this one.
   */
  after?: ExchangeId,
  /**
   * Which.
   */
  filter?: TrafficFilter,
};

/**
 * What narrows the traffic log, under a name. Of its days either are counted from the day it is looked at, or stay as they are.
 */
export type TrafficView = {
  /**
   * What the admin calls it.
   */
  name: string,
  /**
   * In or out.
   */
  direction: Direction | null,
  /**
   * One channel.
   */
  channel: ChannelId | null,
  /**
   * One state.
   */
  state: State | null,
  /**
   * Words in text, names, ids, addresses.
   */
  text: string | null,
  /**
   * Only of today.
   */
  today: boolean,
  /**
   * Only of the last so many days, today among them.
   */
  days: number | null,
  /**
   * Only from this day on, by the computer's clock: `2026-11-20`.
   */
  from: string | null,
  /**
   * Only up to this day, with it.
   */
  to: string | null,
  /**
   * Only requests to addresses no channel has.
   */
  unclaimed: boolean,
};

/**
 * Something that happened in a conversation besides messages.
 */
export type TranscriptEvent = {
  /**
   * What.
   */
  kind: EventKind,
  /**
   * The platform's own name for it.
   */
  platformName: string,
  /**
   * It in a sentence: "Assigned to Anna", "Rated 5".
   */
  sentence: Sentence,
};

/**
 * One line of a transcript: a message, or something that happened.
 */
export type TranscriptLine = {
  /**
   * Its key; sorts as the lines do.
   */
  id: string,
  /**
   * When: by the platform's clock, else when it came.
   */
  at: Timestamp,
  /**
   * The message, if it is one.
   */
  message: TranscriptMessage | null,
  /**
   * What happened, if it is no message.
   */
  event: TranscriptEvent | null,
  /**
   * The exchange that brought it: its journey; none when that is no longer in the log.
   */
  exchange: ExchangeId | null,
  /**
   * The worst state of what it caused; none when nothing was owed because of it.
   */
  state: State | null,
  /**
   * Why it was skipped, when it was.
   */
  skipped: SkipReason | null,
  /**
   * How often it came again, word for word, and was skipped.
   */
  repeats: number,
  /**
   * What went wrong on its way, when something did.
   */
  error: Error | null,
  /**
   * Its deliveries that were given up: for sending them again.
   */
  failed: Array<DeliveryId>,
};

/**
 * A message of a transcript.
 */
export type TranscriptMessage = {
  /**
   * The platform's id.
   */
  key: string | null,
  /**
   * Who wrote it.
   */
  from: Side,
  /**
   * The writer's name.
   */
  author: string | null,
  /**
   * The words, without secrets.
   */
  text: string,
  /**
   * The platform's word for the kind of content.
   */
  contentType: string | null,
  /**
   * Its files.
   */
  files: Array<FileView>,
  /**
   * For operators' eyes only.
   */
  private: boolean,
  /**
   * Written by the platform itself.
   */
  template: boolean,
  /**
   * What the platform says became of it.
   */
  status: MessageStatus | null,
  /**
   * The platform's words about a failure.
   */
  said: string | null,
};

/**
 * A part of a transcript, oldest first.
 */
export type TranscriptPage = {
  /**
   * The lines.
   */
  lines: Array<TranscriptLine>,
  /**
   * There are lines before these.
   */
  earlier: boolean,
  /**
   * There are lines after these.
   */
  later: boolean,
};

/**
 * Asks for a part of a transcript: the lines before, after or around one, or the latest.
 */
export type TranscriptQuery = {
  /**
   * Of which conversation.
   */
  id: ConversationId,
  /**
   * How many lines at most; 1 to 500, 100 when absent.
   */
  limit?: number,
  /**
   * Those before this line.
   */
  before?: string,
  /**
   * Those after this line.
   */
  after?: string,
  /**
   * Those around this line, itself among them.
   */
  around?: string,
};

/**
 * What becomes of it.
 */
export type TransferChange = "new" | "changed" | "same" | "conflict";

/**
 * What was done.
 */
export type TransferDone = {
  /**
   * Channels, links, views and settings that were made or changed.
   */
  applied: number,
  /**
   * Those that could not be taken over.
   */
  left: number,
};

/**
 * Settings from a file.
 */
export type TransferInput = {
  /**
   * The text of the file.
   */
  document: string,
  /**
   * What its secrets are sealed with; absent: they are left out.
   */
  password?: string,
  /**
   * The lines to take over; absent: all but those that belong to the other computer.
   */
  take?: Array<TransferRef>,
};

/**
 * What a line is about.
 */
export type TransferKind = "setting" | "channel" | "link";

/**
 * One line of it.
 */
export type TransferLine = {
  /**
   * What it is about.
   */
  kind: TransferKind,
  /**
   * Its name; of a setting its field.
   */
  name: string,
  /**
   * What would become of it.
   */
  change: TransferChange,
  /**
   * The fields that would change; what is inside of another one behind its name and a dot.
   */
  fields: Array<string>,
  /**
   * Why, or what is left to do.
   */
  reasons: Array<TransferReason>,
  /**
   * It is among those to be taken over.
   */
  chosen: boolean,
};

/**
 * What settings from a file would change.
 */
export type TransferPreview = {
  /**
   * When the file was written.
   */
  at: Timestamp,
  /**
   * By which version.
   */
  version: string,
  /**
   * Its secrets are sealed: with the password they come along.
   */
  locked: boolean,
  /**
   * Line by line.
   */
  lines: Array<TransferLine>,
};

/**
 * Why.
 */
export type TransferReason = "secretsMissing" | "addressShortened" | "otherPlatform" | "channelMissing" | "cannotJoin" | "unreadable" | "ofComputer";

/**
 * Names a line.
 */
export type TransferRef = {
  /**
   * What it is about.
   */
  kind: TransferKind,
  /**
   * Its name.
   */
  name: string,
};

/**
 * Asks for the settings as a file.
 */
export type TransferRequest = {
  /**
   * Tokens and secrets go along, sealed with it; absent: they are left out. At least eight letters.
   */
  password?: string,
};

/**
 * Undoes an import.
 */
export type TransferUndo = {
  /**
   * Channels it made go also when they have conversations, and these with them.
   */
  withConversations: boolean,
};

/**
 * What undoing an import comes to.
 */
export type TransferUndoing = {
  /**
   * Channels it made that have conversations by now.
   */
  used: number,
  /**
   * Those conversations.
   */
  conversations: number,
  /**
   * Fields and links that were changed since: they stay as they are.
   */
  changed: number,
};

/**
 * What was undone.
 */
export type TransferUndone = {
  /**
   * Fields, links and channels that were changed or used since, and stay.
   */
  kept: number,
};

/**
 * How much room everything takes, in bytes.
 */
export type Usage = {
  /**
   * Log, conversations and what waits: `journal.db` with what was written to it lately.
   */
  journal: number,
  /**
   * Of it, free to be used again.
   */
  journalFree: number,
  /**
   * Files of messages.
   */
  files: number,
  /**
   * The list and the search of conversations and of the log.
   */
  search: number,
  /**
   * Channels, tokens and settings.
   */
  settings: number,
  /**
   * Backups, and copies made before an update.
   */
  backups: number,
  /**
   * Free on that disk.
   */
  diskFree: number | null,
  /**
   * What counts towards the limit of the settings.
   */
  counted: number,
};

/**
 * A saved view of a list.
 */
export type ViewId = string;

/**
 * Saves a view; the one of that id is replaced.
 */
export type ViewInput = {
  /**
   * Which to replace; none makes a new one.
   */
  id?: ViewId,
  /**
   * Its name.
   */
  name: string,
  /**
   * Which conversations.
   */
  filter: ConversationFilter,
  /**
   * In which order.
   */
  sort?: ConversationSort,
  /**
   * Smallest first.
   */
  ascending?: boolean,
};

/**
 * Names a saved view.
 */
export type ViewRef = {
  /**
   * Which.
   */
  id: ViewId,
};

/**
 * When a conversation is sent.
 */
export type When = "now" | "statusChanged" | "ended" | "platform";

/**
 * A line of a pasted text or a CSV that names no conversation.
 */
export type WrongLine = {
  /**
   * Its number, from 1, as an editor counts.
   */
  line: number,
  /**
   * Its beginning.
   */
  text: string,
  /**
   * Why.
   */
  reason: BulkSkip,
};

/** Every command by name: what it takes and what it answers. */
export interface Commands {
  "status.get": { request: Nothing; answer: Status };
  "channel.list": { request: Nothing; answer: Array<ChannelView> };
  "channel.get": { request: ChannelRef; answer: ChannelView };
  "channel.create": { request: ChannelInput; answer: ChannelView };
  "channel.update": { request: ChannelUpdate; answer: ChannelView };
  "channel.delete": { request: ChannelRef; answer: Nothing };
  "channel.reorder": { request: ChannelOrder; answer: Array<ChannelView> };
  "channel.duplicate": { request: ChannelRef; answer: ChannelView };
  "channel.test": { request: ChannelRef; answer: TestReport };
  "doctor.start": { request: CheckupRequest; answer: Checkup };
  "doctor.get": { request: CheckupRef; answer: Checkup };
  "doctor.stop": { request: CheckupRef; answer: Nothing };
  "setup.look": { request: SetupLook; answer: SetupLooked };
  "setup.certificate": { request: SetupLook; answer: SetupCertificate | null };
  "setup.useInbox": { request: SetupUseInbox; answer: ChannelView };
  "setup.createInbox": { request: SetupCreateInbox; answer: ChannelView };
  "setup.webhook": { request: ChannelRef; answer: SetupWebhook };
  "setup.applyWebhook": { request: SetupApplyWebhook; answer: SetupWebhook };
  "setup.list": { request: Nothing; answer: Array<Setup> };
  "setup.put": { request: SetupPut; answer: Setup };
  "setup.done": { request: ChannelRef; answer: Nothing };
  "channel.reveal": { request: SecretRef; answer: Revealed };
  "channel.rotate": { request: SecretRef; answer: Revealed };
  "event.names": { request: Nothing; answer: Array<EventName> };
  "traffic.page": { request: TrafficQuery; answer: TrafficPage };
  "traffic.get": { request: ExchangeRef; answer: ExchangeDetail };
  "traffic.curl": { request: ExchangeRef; answer: Text };
  "traffic.process": { request: ProcessRequest; answer: ExchangeDetail };
  "journey.get": { request: JourneyRef; answer: Journey };
  "delivery.page": { request: DeliveryQuery; answer: DeliveryPage };
  "delivery.get": { request: DeliveryRef; answer: DeliveryView };
  "delivery.resend": { request: ResendRequest; answer: Resent };
  "destination.list": { request: Nothing; answer: Array<DestinationStatus> };
  "destination.retry": { request: DestinationRef; answer: DestinationStatus };
  "settings.get": { request: Nothing; answer: SettingsView };
  "settings.update": { request: SettingsUpdate; answer: SettingsView };
  "channel.disconnect": { request: ChannelRef; answer: Nothing };
  "channel.catchUp": { request: ChannelRef; answer: Nothing };
  "link.list": { request: Nothing; answer: Array<LinkView> };
  "link.create": { request: LinkInput; answer: LinkView };
  "link.update": { request: LinkUpdate; answer: LinkView };
  "link.delete": { request: LinkRef; answer: Nothing };
  "outbox.kinds": { request: Nothing; answer: Array<OutboxKind> };
  "customer.get": { request: CustomerRef; answer: CustomerView };
  "customer.send": { request: CustomerSend; answer: CustomerView };
  "customer.clear": { request: CustomerRef; answer: CustomerView };
  "conversation.reply": { request: ReplyRequest; answer: Replied };
  "conversation.page": { request: ConversationQuery; answer: ConversationPage };
  "conversation.count": { request: ConversationCountQuery; answer: ConversationCount };
  "conversation.get": { request: ConversationRef; answer: ConversationDetail };
  "conversation.transcript": { request: TranscriptQuery; answer: TranscriptPage };
  "conversation.send": { request: ConversationSend; answer: ConversationsSent };
  "conversation.unflag": { request: ConversationRefs; answer: Nothing };
  "conversation.targets": { request: TargetsQuery; answer: Array<TargetView> };
  "contact.delete": { request: ContactRef; answer: ContactErased };
  "view.list": { request: Nothing; answer: Array<SavedView> };
  "view.put": { request: ViewInput; answer: SavedView };
  "view.delete": { request: ViewRef; answer: Nothing };
  "pull.start": { request: PullRequest; answer: PullView };
  "pull.cancel": { request: ChannelRef; answer: Nothing };
  "pull.list": { request: Nothing; answer: Array<PullView> };
  "bulk.list": { request: Nothing; answer: Array<BulkView> };
  "bulk.get": { request: BulkRef; answer: BulkView };
  "bulk.preview": { request: BulkInput; answer: BulkPreview };
  "bulk.create": { request: BulkInput; answer: BulkView };
  "bulk.pause": { request: BulkRef; answer: BulkView };
  "bulk.resume": { request: BulkResume; answer: BulkView };
  "bulk.cancel": { request: BulkRef; answer: BulkView };
  "bulk.retry": { request: BulkRef; answer: BulkView };
  "bulk.items": { request: BulkItemQuery; answer: BulkItemPage };
  "export.create": { request: ExportRequest; answer: ExportView };
  "export.cancel": { request: ExportRef; answer: Nothing };
  "stats.series": { request: SeriesQuery; answer: Series };
  "stats.totals": { request: Nothing; answer: Totals };
  "stats.strips": { request: StripsQuery; answer: Array<Strip> };
  "flow.get": { request: FlowQuery; answer: Flow };
  "flow.replay": { request: ReplayQuery; answer: Replay };
  "relay.pause": { request: PauseRequest; answer: Status };
  "relay.resume": { request: Nothing; answer: Status };
  "relay.owed": { request: Nothing; answer: Owed };
  "problem.list": { request: ProblemQuery; answer: Array<ProblemView> };
  "problem.get": { request: ProblemRef; answer: ProblemDetail };
  "problem.acknowledge": { request: ProblemAcknowledge; answer: ProblemView };
  "problem.remedy": { request: RemedyRequest; answer: RemedyResult };
  "problem.report": { request: ProblemRef; answer: Text };
  "activity.list": { request: ActivityQuery; answer: ActivityPage };
  "activity.note": { request: ActivityNote; answer: Nothing };
  "practice.endpoint.get": { request: PracticeRef; answer: PracticeEndpoint };
  "practice.endpoint.set": { request: PracticeSet; answer: PracticeEndpoint };
  "practice.endpoint.use": { request: PracticeUse; answer: PracticeEndpoint };
  "practice.samples": { request: PracticeRef; answer: Array<PracticeSample> };
  "practice.send": { request: PracticeSend; answer: PracticeSent };
  "traffic.draft": { request: ExchangeRef; answer: Draft };
  "traffic.again": { request: DraftSend; answer: PracticeSent };
  "keeping.usage": { request: Nothing; answer: Usage };
  "history.count": { request: HistoryRequest; answer: HistoryCount };
  "history.delete": { request: HistoryRequest; answer: HistoryCount };
  "backup.list": { request: Nothing; answer: Array<BackupView> };
  "backup.create": { request: BackupRequest; answer: ExportView };
  "backup.now": { request: Nothing; answer: BackupView };
  "backup.inspect": { request: BackupRef; answer: BackupInspected };
  "backup.restore": { request: BackupRef; answer: Restored };
  "backup.callOff": { request: Nothing; answer: Nothing };
  "backup.daily": { request: Nothing; answer: DailyBackup };
  "backup.delete": { request: BackupRef; answer: Nothing };
  "transfer.export": { request: TransferRequest; answer: ExportView };
  "transfer.preview": { request: TransferInput; answer: TransferPreview };
  "transfer.apply": { request: TransferInput; answer: TransferDone };
  "transfer.undoing": { request: Nothing; answer: TransferUndoing };
  "transfer.undo": { request: TransferUndo; answer: TransferUndone };
  "diagnostics.get": { request: Nothing; answer: Diagnostics };
  "diagnostics.save": { request: DiagnosticsRef; answer: ExportView };
  "relay.advice": { request: Nothing; answer: PortAdvice };
  "relay.usePort": { request: PortChoice; answer: SettingsView };
  "demo.start": { request: Nothing; answer: Status };
  "demo.stop": { request: Nothing; answer: Status };
  "recovery.get": { request: Nothing; answer: Recovery | null };
  "recovery.retry": { request: Nothing; answer: Nothing };
  "recovery.restore": { request: BackupRef; answer: Mended };
  "recovery.rescue": { request: Nothing; answer: Mended };
  "recovery.fresh": { request: Nothing; answer: Mended };
  "relay.restart": { request: Nothing; answer: Nothing };
}

/** Lists every command. */
export const commandNames: readonly (keyof Commands)[] = [
  "status.get",
  "channel.list",
  "channel.get",
  "channel.create",
  "channel.update",
  "channel.delete",
  "channel.reorder",
  "channel.duplicate",
  "channel.test",
  "doctor.start",
  "doctor.get",
  "doctor.stop",
  "setup.look",
  "setup.certificate",
  "setup.useInbox",
  "setup.createInbox",
  "setup.webhook",
  "setup.applyWebhook",
  "setup.list",
  "setup.put",
  "setup.done",
  "channel.reveal",
  "channel.rotate",
  "event.names",
  "traffic.page",
  "traffic.get",
  "traffic.curl",
  "traffic.process",
  "journey.get",
  "delivery.page",
  "delivery.get",
  "delivery.resend",
  "destination.list",
  "destination.retry",
  "settings.get",
  "settings.update",
  "channel.disconnect",
  "channel.catchUp",
  "link.list",
  "link.create",
  "link.update",
  "link.delete",
  "outbox.kinds",
  "customer.get",
  "customer.send",
  "customer.clear",
  "conversation.reply",
  "conversation.page",
  "conversation.count",
  "conversation.get",
  "conversation.transcript",
  "conversation.send",
  "conversation.unflag",
  "conversation.targets",
  "contact.delete",
  "view.list",
  "view.put",
  "view.delete",
  "pull.start",
  "pull.cancel",
  "pull.list",
  "bulk.list",
  "bulk.get",
  "bulk.preview",
  "bulk.create",
  "bulk.pause",
  "bulk.resume",
  "bulk.cancel",
  "bulk.retry",
  "bulk.items",
  "export.create",
  "export.cancel",
  "stats.series",
  "stats.totals",
  "stats.strips",
  "flow.get",
  "flow.replay",
  "relay.pause",
  "relay.resume",
  "relay.owed",
  "problem.list",
  "problem.get",
  "problem.acknowledge",
  "problem.remedy",
  "problem.report",
  "activity.list",
  "activity.note",
  "practice.endpoint.get",
  "practice.endpoint.set",
  "practice.endpoint.use",
  "practice.samples",
  "practice.send",
  "traffic.draft",
  "traffic.again",
  "keeping.usage",
  "history.count",
  "history.delete",
  "backup.list",
  "backup.create",
  "backup.now",
  "backup.inspect",
  "backup.restore",
  "backup.callOff",
  "backup.daily",
  "backup.delete",
  "transfer.export",
  "transfer.preview",
  "transfer.apply",
  "transfer.undoing",
  "transfer.undo",
  "diagnostics.get",
  "diagnostics.save",
  "relay.advice",
  "relay.usePort",
  "demo.start",
  "demo.stop",
  "recovery.get",
  "recovery.retry",
  "recovery.restore",
  "recovery.rescue",
  "recovery.fresh",
  "relay.restart",
];

/** Lists every platform. */
export const platforms: readonly (Platform)[] = [
  "elma365",
  "chatwoot",
  "userlike",
];

/** Lists every mode of a channel. */
export const modes: readonly (Mode)[] = [
  "active",
  "paused",
  "off",
];

/** Lists every kind of event. */
export const eventKinds: readonly (EventKind)[] = [
  "message.received",
  "message.sent",
  "message.updated",
  "message.read",
  "message.outcome",
  "note.created",
  "session.started",
  "session.unread",
  "session.ended",
  "conversation.created",
  "conversation.updated",
  "conversation.status_changed",
  "conversation.ended",
  "conversation.forwarded",
  "conversation.rated",
  "conversation.feedback",
  "conversation.surveyed",
  "conversation.goal",
  "conversation.snapshot",
  "contact.created",
  "contact.updated",
  "contact.requested",
  "operator.online",
  "operator.offline",
  "operator.away",
  "operator.back",
  "typing.started",
  "typing.stopped",
  "widget.configured",
  "widget.triggered",
  "channel.connected",
  "channel.disconnected",
  "platform.other",
];

/** Lists every state. */
export const states: readonly (State)[] = [
  "received",
  "sending",
  "accepted",
  "delivered",
  "read",
  "retrying",
  "failed",
  "onHold",
  "waitingForPlatform",
  "skipped",
  "unknown",
  "refused",
];

/** Lists every reason for not sending. */
export const skipReasons: readonly (SkipReason)[] = [
  "noEndpoint",
  "notSubscribed",
  "duplicate",
  "ownEcho",
  "otherInbox",
  "discarded",
  "nothingToSend",
  "stale",
  "superseded",
  "circle",
  "command",
  "history",
];

/** Lists every code of trouble. */
export const codes: readonly (Code)[] = [
  "AUTH-01",
  "AUTH-02",
  "AUTH-03",
  "AUTH-04",
  "AUTH-05",
  "AUTH-06",
  "URL-01",
  "URL-02",
  "URL-03",
  "NET-01",
  "NET-02",
  "NET-03",
  "NET-04",
  "NET-05",
  "NET-06",
  "NET-07",
  "TLS-01",
  "TLS-02",
  "TLS-03",
  "HTTP-01",
  "HTTP-02",
  "HTTP-03",
  "HTTP-04",
  "RATE-01",
  "RATE-02",
  "TIME-01",
  "TIME-02",
  "SIZE-01",
  "KEY-01",
  "KEY-02",
  "PORT-01",
  "ID-01",
  "ID-02",
  "ID-03",
  "ID-04",
  "ID-05",
  "DB-01",
  "DB-02",
  "DB-03",
  "DB-04",
  "BACK-01",
  "BACK-02",
  "BACK-03",
  "BACK-04",
  "BACK-05",
  "BACK-06",
  "FW-01",
  "DATA-01",
  "DATA-02",
  "LOOP-01",
  "LINK-01",
  "LINK-02",
  "LINK-03",
  "LINK-04",
  "KIND-01",
  "SEND-01",
  "SEND-02",
  "FILE-01",
  "FILE-02",
  "PLAT-01",
  "PLAT-02",
  "PLAT-03",
  "HOOK-01",
  "HOOK-02",
  "NAME-01",
  "NAME-02",
  "OFF-01",
  "APP-01",
];

/** What stands in for a secret; sent back, it means unchanged. */
export const mask = "••••••••";
