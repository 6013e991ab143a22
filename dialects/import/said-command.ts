/** A command of ipvsadm and the line it was read from, which the ledger accounts for. */
import type { IpvsadmCommand } from '../ipvsadm/command.ts';
import type { Source } from './ledger.ts';

export interface SaidCommand {
  readonly command: IpvsadmCommand;
  readonly source: Source;
}
