// Generated from the engine's api by `cargo run -p switchboard-engine --bin schema`. Do not edit.

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
 * One check of a test.
 */
export type Check = {
  /**
   * What was checked: `address`, `dns`, `connect`, `certificate`, `answer`.
   */
  name: string,
  /**
   * How long it took, in µs.
   */
  tookUs: number,
  /**
   * What is wrong; none means all is well.
   */
  error: Error | null,
};

/**
 * A stable code. Its sentence and its hint stand in the strings catalogue under `error-` and the code in lower case.
 */
export type Code = "AUTH-01" | "AUTH-02" | "AUTH-03" | "AUTH-04" | "AUTH-05" | "AUTH-06" | "URL-01" | "URL-02" | "URL-03" | "NET-01" | "NET-02" | "NET-03" | "NET-04" | "NET-05" | "NET-06" | "NET-07" | "TLS-01" | "TLS-02" | "TLS-03" | "HTTP-01" | "HTTP-02" | "HTTP-03" | "HTTP-04" | "RATE-01" | "RATE-02" | "TIME-01" | "TIME-02" | "SIZE-01" | "KEY-01" | "KEY-02" | "PORT-01" | "ID-01" | "ID-02" | "ID-03" | "ID-04" | "ID-05" | "DB-01" | "DB-02" | "DB-03" | "DB-04" | "FW-01" | "DATA-01" | "DATA-02" | "LOOP-01" | "LINK-01" | "LINK-02" | "LINK-03" | "LINK-04" | "KIND-01" | "FILE-01" | "FILE-02" | "PLAT-01" | "PLAT-02" | "NAME-01" | "NAME-02" | "OFF-01" | "APP-01";

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
 * Where a conversation stands.
 */
export type ConversationStatus = "open" | "pending" | "snoozed" | "resolved" | "ended";

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
export type DestinationKind = "endpoint" | "platform" | "writeBack";

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
 * Which way an exchange went, seen from the relay.
 */
export type Direction = "in" | "out";

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
 * What the endpoint gets.
 */
export type Format = "switchboard" | "asReceived";

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
  seq: number, } & ({ "type": "exchange", "row": ExchangeRow } | { "type": "channel", "row": ChannelId } | { "type": "settings" } | { "type": "links" } | { "type": "status", "row": Status });

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
 * Which member of the Chatwoot family a channel talks to. They speak one protocol; names and default addresses differ.
 */
export type Preset = "chatwoot" | "chatlake" | "onehash";

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
 * Settings of the whole app.
 */
export type Settings = {
  /**
   * Address and port the relay listens on; takes effect at the next start, `restartNeeded` says so.
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
   * Hosts inside the network from which files may be fetched.
   */
  fileHosts: Array<string>,
  /**
   * How long the address of a file works, in hours.
   */
  fileAddressHours: number,
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
   * True when `listen` was changed since the start.
   */
  restartNeeded: boolean,
  /**
   * What was put right or is worth a warning; only in the answer of update.
   */
  notes: Array<Sentence>,
  /**
   * Address and port the relay listens on; takes effect at the next start, `restartNeeded` says so.
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
   * Hosts inside the network from which files may be fetched.
   */
  fileHosts: Array<string>,
  /**
   * How long the address of a file works, in hours.
   */
  fileAddressHours: number,
};

/**
 * Which side of a conversation somebody is on.
 */
export type Side = "customer" | "operator" | "system";

/**
 * How strictly Chatwoot's signature is demanded once a webhook secret is known.
 */
export type SignatureRule = "strict" | "legacy" | "lenient";

/**
 * Why something was deliberately not sent.
 */
export type SkipReason = "noEndpoint" | "notSubscribed" | "duplicate" | "ownEcho" | "otherInbox" | "discarded" | "nothingToSend" | "stale" | "superseded" | "circle";

/**
 * Who an exchange came from, or why we made it.
 */
export type Source = "platform" | "endpoint" | "screen" | "catchUp" | "file";

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
   * Channels by how they fare.
   */
  channels: ChannelCounts,
  /**
   * Since midnight UTC of this computer's day.
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
   * Destinations that are stopped, and why.
   */
  stopped: Array<DestinationStatus>,
  /**
   * What was missed while this computer was off or without a network, and what became of it; newest first.
   */
  catchUps: Array<CatchUp>,
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
 * What a test of a channel found.
 */
export type TestReport = {
  /**
   * In the order they were made; a failed one ends the list.
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
   * Requests taken.
   */
  received: number,
  /**
   * Deliveries that arrived.
   */
  delivered: number,
  /**
   * Deliveries given up.
   */
  failed: number,
};

/**
 * How good or bad a sentence is.
 */
export type Tone = "good" | "neutral" | "warning" | "bad";

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

/** Every command by name: what it takes and what it answers. */
export interface Commands {
  "status.get": { request: Nothing; answer: Status };
  "channel.list": { request: Nothing; answer: Array<ChannelView> };
  "channel.get": { request: ChannelRef; answer: ChannelView };
  "channel.create": { request: ChannelInput; answer: ChannelView };
  "channel.update": { request: ChannelUpdate; answer: ChannelView };
  "channel.delete": { request: ChannelRef; answer: Nothing };
  "channel.duplicate": { request: ChannelRef; answer: ChannelView };
  "channel.test": { request: ChannelRef; answer: TestReport };
  "channel.reveal": { request: SecretRef; answer: Revealed };
  "channel.rotate": { request: SecretRef; answer: Revealed };
  "event.names": { request: Nothing; answer: Array<EventName> };
  "traffic.page": { request: TrafficQuery; answer: TrafficPage };
  "traffic.get": { request: ExchangeRef; answer: ExchangeDetail };
  "traffic.curl": { request: ExchangeRef; answer: Text };
  "traffic.process": { request: ProcessRequest; answer: ExchangeDetail };
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
  "demo.start": { request: Nothing; answer: Status };
  "demo.stop": { request: Nothing; answer: Status };
}

/** Lists every command. */
export const commandNames: readonly (keyof Commands)[] = [
  "status.get",
  "channel.list",
  "channel.get",
  "channel.create",
  "channel.update",
  "channel.delete",
  "channel.duplicate",
  "channel.test",
  "channel.reveal",
  "channel.rotate",
  "event.names",
  "traffic.page",
  "traffic.get",
  "traffic.curl",
  "traffic.process",
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
  "demo.start",
  "demo.stop",
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
  "FW-01",
  "DATA-01",
  "DATA-02",
  "LOOP-01",
  "LINK-01",
  "LINK-02",
  "LINK-03",
  "LINK-04",
  "KIND-01",
  "FILE-01",
  "FILE-02",
  "PLAT-01",
  "PLAT-02",
  "NAME-01",
  "NAME-02",
  "OFF-01",
  "APP-01",
];

/** What stands in for a secret; sent back, it means unchanged. */
export const mask = "••••••••";
