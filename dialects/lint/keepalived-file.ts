/** One keepalived.conf of a director with what it includes: as written, and as understood. */
import type { Tree } from '../keepalived/tree.ts';
import type { KeepalivedConfig } from '../keepalived/views/config.ts';

export interface KeepalivedFile {
  readonly tree: Tree;
  readonly config: KeepalivedConfig;
}
