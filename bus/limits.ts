/** Bounds and times of the bus. Each says why it is that number. */

/** A dial that takes longer is given up and tried again: across continents it takes 0.5 s. */
export const DIAL_TIMEOUT_MS = 5_000;
/** First wait after a failed dial; doubles up to the maximum. */
export const DIAL_WAIT_MIN_MS = 100;
/** A server that comes back waits no longer than this for an agent; random, so not all at once. */
export const DIAL_WAIT_MAX_MS = 2_000;
/** The client library's own pace between reconnects, plus as much again at random. */
export const RECONNECT_WAIT_MS = 250;
/** With 2 unanswered pings a dead peer is noticed within 15 s; the library's default is 6 min. */
export const PING_INTERVAL_MS = 5_000;
export const PINGS_UNANSWERED_MAX = 2;
/** How soon a subscription that the server refused is tried again: permissions may be mended. */
export const RESUBSCRIBE_MS = 5_000;
/** A new subscription waits this long for the server to have it; then it goes on in background. */
export const SUBSCRIBE_FLUSH_MS = 2_000;

/** An event is stored within milliseconds; after this the sender asks again with the same id. */
export const PUBLISH_ACK_TIMEOUT_MS = 5_000;
/** A command is answered from memory or by one look at the kernel. */
export const COMMAND_TIMEOUT_MS = 3_000;
/** Commands that an agent answers at the same time; more are refused, not queued. */
export const COMMANDS_IN_FLIGHT_MAX = 32;
/** A call that needs NATS waits this long for a connection before it says that NATS is away. */
export const CONNECT_PATIENCE_MS = 5_000;

/** How long events are kept: a week covers the holiday before somebody asks what happened. */
export const EVENTS_AGE_MAX_MS = 7 * 24 * 3_600_000;
/** About 3 million events of 300 bytes; a server reserves this much disk for the stream. */
export const EVENTS_BYTES_MAX = 1024 * 1024 * 1024;
/** The server forgets a message id after this; later repeats are dropped by the reader. */
export const DUPLICATE_WINDOW_MS = 120_000;

/** Events of one pull: about 150 KiB in flight, far more than happen between two pulls. */
export const PULL_EVENTS_MAX = 500;
/** A pull on a silent stream is renewed this often. */
export const PULL_EXPIRES_MS = 10_000;
/** The server says that much that it is still there while a pull waits. */
export const PULL_HEARTBEAT_MS = 2_000;
/** Without a sign for this long the consumer counts as lost: two heartbeats and some air. */
export const PULL_SILENCE_MAX_MS = 5_000;
/** An abandoned consumer (reader killed) is removed by the server after this. */
export const CONSUMER_IDLE_MS = 60_000;
/** Wait before a reader opens a new consumer after a failure. */
export const READER_WAIT_MS = 250;
/** Failures in a row after which a reader that does not follow gives up. */
export const READER_FAILURES_MAX = 8;
/** A request for the newest N is cut to this; the whole stream is millions. */
export const LAST_EVENTS_MAX = 100_000;
/** Boots whose sequence numbers a reader remembers: 2,000 directors x 10 boots a week. */
export const BOOTS_REMEMBERED_MAX = 20_000;
/** How far out of order the events of one boot may arrive; what is older counts as a repeat. */
export const SEQ_WINDOW = 1_024;
