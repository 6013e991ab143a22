/**
 * Keywords of keepalived in lvs-snat v1: those of dsnat, but its zones are never filled (it sends
 * the command for a service).
 */
import { extendKeywords, type KeywordLists } from '../keywords.ts';
import { BASE_1_2_KEYWORDS } from './base-1-2.ts';

export const LVS_SNAT_V1_KEYWORDS: KeywordLists = extendKeywords(BASE_1_2_KEYWORDS, {
  ROOT: { 'named block': 'zone' },
  zone: { word: 'laddr_group_name' },
});
