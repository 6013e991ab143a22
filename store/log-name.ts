/** Name of a log of events; `CONFIG_AGGREGATE` is the fleet's, `node/<name>` that of one director. */
export interface LogName {
  readonly aggregate: string;
  readonly id: string;
}
