/**
 * Keywords of keepalived in the lvs-snat v2 patch: rules in place of zones, under a service by
 * firewall mark.
 */
import { extendKeywords, type KeywordLists } from '../keywords.ts';
import { BASE_1_2_KEYWORDS } from './base-1-2.ts';

export const LVS_SNAT_V2_KEYWORDS: KeywordLists = extendKeywords(BASE_1_2_KEYWORDS, {
  virtual_server: { block: 'snat_rule', number: 'abs_priority', word: 'laddr_group_name' },
  snat_rule: { word: 'from to gw oif snat_ip algo new_gw' },
});
