/**
 * Keywords of keepalived in dsnat: zones; `laddr_group_name` inside a service is unknown to it.
 */
import { extendKeywords, type KeywordLists } from '../keywords.ts';
import { BASE_1_2_KEYWORDS } from './base-1-2.ts';

export const DSNAT_KEYWORDS: KeywordLists = extendKeywords(BASE_1_2_KEYWORDS, {
  ROOT: { 'named block': 'zone' },
  zone: { word: 'laddr_group_name' },
});
