/** The keyword table of each flavour of keepalived. */
import type { Flavour } from '../flavour.ts';
import { ALIBABA_KEYWORDS } from './flavours/alibaba.ts';
import { DPVS_KEYWORDS } from './flavours/dpvs.ts';
import { DSNAT_KEYWORDS } from './flavours/dsnat.ts';
import { LVS_SNAT_V1_KEYWORDS } from './flavours/lvs-snat-v1.ts';
import { LVS_SNAT_V2_KEYWORDS } from './flavours/lvs-snat-v2.ts';
import { STOCK_KEYWORDS } from './flavours/stock.ts';
import { type KeywordTable, keywordTable } from './keywords.ts';

const TABLES: Readonly<Record<Flavour, KeywordTable>> = {
  stock: keywordTable(STOCK_KEYWORDS),
  alibaba: keywordTable(ALIBABA_KEYWORDS),
  dsnat: keywordTable(DSNAT_KEYWORDS),
  'lvs-snat-v1': keywordTable(LVS_SNAT_V1_KEYWORDS),
  'lvs-snat-v2': keywordTable(LVS_SNAT_V2_KEYWORDS),
  dpvs: keywordTable(DPVS_KEYWORDS),
};

export function keywordsOf(flavour: Flavour): KeywordTable {
  return TABLES[flavour];
}
