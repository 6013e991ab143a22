/** What a foreign file is, by its name and its words. Pure; a name that says it wins. */
import type { LintKind } from './bundle.ts';

export function kindOf(file: string, text: string): LintKind {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name.endsWith('.service')) return 'unit';
  if (/^(route|rule)-/.test(name)) return 'route-file';
  if (/^\s*(<init>|netif_defs\b|worker_defs\b)/m.test(text)) return 'dpvs-conf';
  if (KEEPALIVED_BLOCK.test(text)) return 'keepalived';
  return 'script';
}

/** A block that only keepalived.conf(5) has, at the start of a line. */
const KEEPALIVED_BLOCK =
  /^\s*(global_defs|vrrp_instance|vrrp_sync_group|virtual_server|virtual_server_group|local_address_group|static_ipaddress|vrrp_script)\b/m;
