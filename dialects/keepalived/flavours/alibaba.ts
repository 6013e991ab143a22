/**
 * Keywords of keepalived in Alibaba's LVS v3: 1.2.2 with FULLNAT.
 */
import { extendKeywords, type KeywordLists } from '../keywords.ts';
import { BASE_1_2_KEYWORDS } from './base-1-2.ts';

export const ALIBABA_KEYWORDS: KeywordLists = extendKeywords(BASE_1_2_KEYWORDS, {
  virtual_server: { word: 'laddr_group_name', number: 'est_timeout', words: 'vip_bind_dev' },
});
