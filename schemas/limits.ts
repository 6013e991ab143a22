/**
 * Bounds of what may be declared, stored and sent. Each says why it is that number; what exceeds
 * one is refused at the API with a clear message, never by a server deep below.
 */

/** A name is one DNS label and one NATS token, so it can stand in keys, subjects and file names. */
export const NAME_LENGTH_MAX = 63;
/** Real servers of one virtual service: its compiled object stays far below OBJECT_BYTES_MAX. */
export const REAL_SERVERS_PER_SERVICE_MAX = 256;
/** VIPs x ports of one virtual service. */
export const LISTENERS_PER_SERVICE_MAX = 64;
/** Networks of one allow or deny list: its compiled object stays below OBJECT_BYTES_MAX. */
export const ACCESS_LIST_MAX = 256;
/** Zones of one gateway and networks of one zone: few are read by people, none of them in haste. */
export const ZONES_PER_GATEWAY_MAX = 256;
export const ZONE_NETWORKS_MAX = 256;
/** Connections that a limit may name: more than any director's table holds. */
export const CONNECTIONS_LIMIT_MAX = 1_000_000_000;
/** SNAT zones of one director: a new connection is held against one after the other. */
export const ZONES_PER_DIRECTOR_MAX = 256;
/** SNAT addresses of one cluster: VRRP carries them all, in one compiled object a director. */
export const SNAT_ADDRESSES_PER_CLUSTER_MAX = 400;
/** Addresses of one SNAT zone: what a local address pool may hold. */
export const ADDRESSES_PER_ZONE_MAX = 256;
/** IPVS weights are 16-bit in every tool of the field (ipvsadm(8)). */
export const WEIGHT_MAX = 65_535;
/** One compiled object. etcd takes 1.5 MiB a request; small values keep a change small. */
export const OBJECT_BYTES_MAX = 32 * 1024;
/** etcd's default limit is 128 operations a transaction; the rest is for heads and guards. */
export const TXN_OPS_MAX = 120;
/** Bytes of all values of one transaction; etcd refuses requests above 1.5 MiB. */
export const TXN_BYTES_MAX = 512 * 1024;
/** Resources of one change; the store stages what does not fit one transaction. */
export const RESOURCES_PER_COMMIT_MAX = 20_000;
/** Part of a snapshot or of staged changes: the size class of operations.md 6.2. */
export const CHUNK_BYTES_MAX = 256 * 1024;
/**
 * Files of an apply request, all together; also the body limit of the API. Ten thousand services
 * of ten real servers are about 8 MiB.
 */
export const APPLY_BYTES_MAX = 16 * 1024 * 1024;
/** NATS refuses payloads over 1 MiB by default; telemetry stays well below. */
export const STATUS_BYTES_MAX = 256 * 1024;
/** Real servers that a status lists by name when they are not up; the rest is counted. */
export const STATUS_DOWN_LISTED_MAX = 200;
/** Connections that one query returns from one node; the total is always counted. */
export const CONNECTIONS_LISTED_MAX = 5_000;
/** A node without a status for this long is `unknown` (three missed heartbeats and some air). */
export const STATUS_FRESH_MS = 5_000;
/** How often an agent sends its status when nothing changes. */
export const STATUS_INTERVAL_MS = 1_000;
