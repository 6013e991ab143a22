/** Every rule of the linter, in the order in which their findings are worth reading. */

import type { Rule } from './rule.ts';
import { ARTIFACTS } from './rules/artifacts.ts';
import { CHECKS } from './rules/checks.ts';
import { COMMENTS } from './rules/comments.ts';
import { DPVS_CONF } from './rules/dpvs-conf.ts';
import { DPVS_NODE } from './rules/dpvs-node.ts';
import { FLOATING_ADDRESSES } from './rules/floating-addresses.ts';
import { HOST } from './rules/host.ts';
import { KEYWORDS, PREPROCESSOR } from './rules/keywords.ts';
import { ADDRESSES_OF_NODES, LOCAL_ADDRESSES } from './rules/local-addresses.ts';
import { RETRY_WORDS } from './rules/retry-words.ts';
import { SERVICES } from './rules/services.ts';
import { SYNC_GROUPS } from './rules/sync-groups.ts';
import { VIRTUAL_ROUTER_IDS, VRRP_INSTANCES } from './rules/vrrp.ts';
import { ZONES } from './rules/zones.ts';

export const RULES: readonly Rule[] = [
  KEYWORDS,
  PREPROCESSOR,
  RETRY_WORDS,
  VRRP_INSTANCES,
  VIRTUAL_ROUTER_IDS,
  SYNC_GROUPS,
  LOCAL_ADDRESSES,
  ADDRESSES_OF_NODES,
  ZONES,
  FLOATING_ADDRESSES,
  SERVICES,
  CHECKS,
  COMMENTS,
  DPVS_CONF,
  DPVS_NODE,
  HOST,
  ARTIFACTS,
];
