/** Something wrong that a look has shown; it counts once it was seen for long enough. */
export interface Fault {
  /** The same trouble at the next look has the same key. */
  readonly key: string;
  readonly why: string;
  /** How long it has to be seen at every look: directors do not notice things at one moment. */
  readonly confirmMs: number;
}

export interface Findings {
  readonly faults: readonly Fault[];
  /** What could not be judged, one sentence each. */
  readonly unknown: readonly string[];
}
