/** VRRP instances, sync groups and fixed addresses and routes out of keepalived.conf. */
import { parseAddress } from '../../schemas/address.ts';
import { childrenNamed, childrenOf, type Statement, type Tree } from '../keepalived/tree.ts';
import { readCarried } from '../keepalived/views/vrrp.ts';
import { optional } from '../text/optional.ts';
import type { Director, ImportContext, InstanceDraft, SaidAddress } from './director.ts';
import { Target } from './ledger.ts';
import { readRoute } from './read-route.ts';
import {
  lastOf,
  listLines,
  msIn,
  type Reading,
  readValue,
  textOf,
  wholeIn,
} from './statement-values.ts';

/** RFC 9568 5.2.7: 12 bits of centiseconds; a Node's priority leaves 255 to address owners. */
const ADVERT_MS_MAX = 40_950;
const PRIORITY_MAX = 254;

export function readVrrp(tree: Tree, director: Director, context: ImportContext): void {
  for (const statement of tree.statements) {
    const word = statement.keyword.text;
    if (word === 'vrrp_instance') readInstance(statement, director, context);
    else if (word === 'vrrp_sync_group') readGroup(statement, director, context);
    else if (word === 'static_ipaddress') readFixed(statement, director, context);
    else if (word === 'static_routes') readRoutes(statement, director, context);
    else if (word === 'global_defs') readSyncDaemon(statement, director, context);
  }
}

function readInstance(block: Statement, director: Director, context: ImportContext): void {
  const { ledger } = context;
  const target = new Target('VrrpInstance');
  const reading: Reading = { context, block, target };
  const name = block.words[1]?.text ?? '';
  const known = director.instances.find((one) => one.name === name);
  if (known !== undefined) {
    ledger.refused(block, `a second vrrp_instance ${name}`);
    return;
  }
  ledger.mapped(block, target, 'metadata.name');
  const draft: InstanceDraft = { target, name, source: block, addresses: [] };
  Object.assign(draft, optional('interface', readLink(reading)));
  if (draft.interface !== undefined) director.links.add(draft.interface);
  const id = readValue(reading, 'virtual_router_id', 'spec.virtualRouterId', wholeIn(1, 255));
  Object.assign(draft, optional('virtualRouterId', id));
  const advert = readValue(reading, 'advert_int', 'spec.advertIntervalMs', (word) => {
    const ms = msIn(10, ADVERT_MS_MAX)(word);
    return ms === undefined || ms % 10 !== 0 ? undefined : ms;
  });
  Object.assign(draft, optional('advertIntervalMs', advert));
  readPriority(reading, director, draft);
  for (const list of ['virtual_ipaddress', 'virtual_ipaddress_excluded']) {
    for (const outer of childrenNamed(block, list)) ledger.mapped(outer, target, 'spec.addresses');
    for (const line of listLines(block, list)) readCarriedLine(line, draft, director, context);
  }
  readOwnAddress(reading, director);
  readSyncLink(reading, director);
  director.instances.push(draft);
}

/** DPVS: VIPs are put on the port; the kernel knows it by its KNI device, which is `<port>.kni`. */
function readLink(reading: Reading): string | undefined {
  const { context, block, target } = reading;
  const port = readValue(reading, 'dpdk_interface', 'spec.interface', textOf);
  if (port === undefined) return readValue(reading, 'interface', 'spec.interface', textOf);
  const kni = lastOf(context, block, 'interface');
  if (kni === undefined) return port;
  const said = kni.words[1]?.text;
  if (said === `${port}.kni`) context.ledger.mapped(kni, target, 'spec.interface');
  else context.ledger.refused(kni, `the KNI device of ${port} is taken to be ${port}.kni`);
  return port;
}

function readPriority(reading: Reading, director: Director, draft: InstanceDraft): void {
  const { context, block } = reading;
  const statement = lastOf(context, block, 'priority');
  const value = statement?.words[1] && wholeIn(1, PRIORITY_MAX)(statement.words[1]);
  if (statement === undefined) return;
  if (value === undefined) {
    context.ledger.refused(
      statement,
      `a priority is 1 to ${PRIORITY_MAX} (255 owns its addresses)`,
    );
    return;
  }
  draft.priority = { value, source: statement };
  context.ledger.mapped(statement, director.target, 'spec.vrrpPriority');
}

function readCarriedLine(
  line: Statement,
  draft: InstanceDraft,
  director: Director,
  { ledger }: ImportContext,
): void {
  const carried = readCarried(line);
  if (carried.length === 0) {
    ledger.refused(line, `${line.keyword.text} is no address`);
    return;
  }
  for (const one of carried) {
    const device = one.device?.text;
    if (device !== undefined) director.links.add(device);
    const said: SaidAddress = {
      address: one.address,
      source: line,
      ...optional('prefixLength', one.prefixLength),
      ...optional('device', device),
    };
    draft.addresses.push(said);
  }
}

/** An address of the director itself, on the link where VRRP speaks. */
function readOwnAddress(reading: Reading, director: Director): void {
  const { context, block } = reading;
  for (const keyword of ['unicast_src_ip', 'mcast_src_ip']) {
    const statement = lastOf(context, block, keyword);
    const address = parseAddress(statement?.words[1]?.text ?? '');
    if (statement === undefined) continue;
    if (address === undefined) {
      context.ledger.refused(statement, 'no address');
      continue;
    }
    if (director.managementAddress === undefined) director.managementAddress = address;
    if (director.managementAddress === address) {
      context.ledger.mapped(statement, director.target, 'spec.managementAddress');
    } else context.ledger.ignored(statement, 'adverts leave by the address of the link');
  }
}

function readSyncLink(reading: Reading, director: Director): void {
  const { context, block } = reading;
  const statement = lastOf(context, block, 'lvs_sync_daemon_interface');
  if (statement !== undefined) takeSyncLink(statement, statement.words[1]?.text, director, context);
}

/** `lvs_sync_daemon IF [inst] VI ...`. */
function readSyncDaemon(block: Statement, director: Director, context: ImportContext): void {
  const statement = lastOf(context, block, 'lvs_sync_daemon');
  if (statement !== undefined) takeSyncLink(statement, statement.words[1]?.text, director, context);
}

function takeSyncLink(
  source: Statement,
  link: string | undefined,
  director: Director,
  { ledger }: ImportContext,
): void {
  if (link === undefined) {
    ledger.refused(source, 'does not say on which link');
    return;
  }
  director.syncLinks.push({ interface: link, source });
  director.links.add(link);
}

function readGroup(block: Statement, director: Director, { ledger }: ImportContext): void {
  const target = new Target('SyncGroup');
  ledger.mapped(block, target, 'metadata.name');
  const name = block.words[1]?.text ?? '';
  const draft: Director['groups'][number] = { target, name, source: block, members: [] };
  for (const list of childrenNamed(block, 'group')) {
    ledger.mapped(list, target, 'spec.instances');
    for (const line of childrenOf(list)) {
      for (const { text } of line.words) draft.members.push({ name: text, source: line });
    }
  }
  director.groups.push(draft);
}

function readFixed(block: Statement, director: Director, context: ImportContext): void {
  context.ledger.mapped(block, director.target, 'spec.interfaces');
  for (const line of childrenOf(block)) {
    const carried = readCarried(line);
    if (carried.length === 0) context.ledger.refused(line, `${line.keyword.text} is no address`);
    for (const { address, prefixLength, device } of carried) {
      if (device === undefined) {
        context.ledger.refused(line, 'does not say on which link');
        continue;
      }
      director.links.add(device.text);
      const length = optional('prefixLength', prefixLength);
      director.addresses.push({ address, device: device.text, source: line, ...length });
    }
  }
}

/** `static_routes { 10.0.0.0/8 via 192.0.2.1 dev eth0 }`, also with `src` and `gw`. */
function readRoutes(block: Statement, director: Director, context: ImportContext): void {
  context.ledger.mapped(block, director.target, 'spec.routes');
  for (const line of childrenOf(block)) readRoute(line, line.words, director, context);
}
