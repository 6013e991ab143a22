/** The option table of each flavour of ipvsadm. */
import type { Flavour } from '../flavour.ts';
import { ALIBABA_OPTIONS } from './flavours/alibaba.ts';
import { DPVS_OPTIONS } from './flavours/dpvs.ts';
import { DSNAT_OPTIONS } from './flavours/dsnat.ts';
import { LVS_SNAT_V1_OPTIONS } from './flavours/lvs-snat-v1.ts';
import { LVS_SNAT_V2_OPTIONS } from './flavours/lvs-snat-v2.ts';
import { STOCK_OPTIONS } from './flavours/stock.ts';
import type { OptionTable } from './option-table.ts';

const TABLES: Readonly<Record<Flavour, OptionTable>> = {
  stock: STOCK_OPTIONS,
  alibaba: ALIBABA_OPTIONS,
  dsnat: DSNAT_OPTIONS,
  'lvs-snat-v1': LVS_SNAT_V1_OPTIONS,
  'lvs-snat-v2': LVS_SNAT_V2_OPTIONS,
  dpvs: DPVS_OPTIONS,
};

export function optionsOf(flavour: Flavour): OptionTable {
  return TABLES[flavour];
}
