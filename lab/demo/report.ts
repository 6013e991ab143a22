/** What a run of the demo measured; written as JSON with `--report FILE`. */

export interface GapReport {
  readonly polls: number;
  readonly failed: number;
  readonly longestGapMs: number;
}

export interface LongLivedReport {
  readonly survived: boolean;
  readonly longestStallMs: number;
  readonly error?: string;
}

export interface DemoReport {
  /** Replies by real server in the first burst, and the weights that they must match. */
  readonly served: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  /** One real server stopped under load: polls that failed before the check saw it. */
  readonly realServerStop: GapReport & { readonly detectedMs: number };
  readonly drain: GapReport & { readonly longLived: LongLivedReport };
  readonly undrain: GapReport;
  /** `boundMs`: 3 adverts and the skew of the peer, RFC 9568 6.1. */
  readonly directorKill: GapReport & { readonly boundMs: number };
  readonly seconds: number;
}
