/**
 * What is left after the ipvsadm commands of a director have run one after the other: services with
 * servers and local addresses, zones. A command that is taken back by a later one is ignored, as is
 * the one that takes it back.
 */
import { parseAddress } from '../../schemas/address.ts';
import { type Forwarding, SCHEDULERS } from '../../schemas/capabilities.ts';
import { type IpvsadmCommand, optionOf, serviceKey } from '../ipvsadm/command.ts';
import { readMask } from '../text/network.ts';
import { dropUndefined, optional } from '../text/optional.ts';
import { networksOf } from './address-lists.ts';
import { commandRow } from './command-words.ts';
import { CommandZones } from './command-zones.ts';
import type {
  Director,
  Fields,
  ImportContext,
  PoolDraft,
  RealServerDraft,
  ServiceDraft,
} from './director.ts';
import { type Source, Target } from './ledger.ts';
import { thresholdsOf } from './read-service.ts';
import { refusedOptions } from './refused-options.ts';
import type { SaidCommand } from './said-command.ts';

interface Making {
  readonly draft: ServiceDraft & { fields: Fields };
  readonly sources: Source[];
  readonly servers: Map<string, { server: RealServerDraft; method: Forwarding | undefined }>;
  readonly pool: PoolDraft;
}

const METHODS: Readonly<Record<string, Forwarding>> = {
  masquerading: 'nat',
  gatewaying: 'dr',
  ipip: 'tun',
  fullnat: 'fullnat',
};
const PERSISTENCE_DEFAULT_S = 300;

export function readCommands(
  commands: readonly SaidCommand[],
  director: Director,
  context: ImportContext,
): undefined {
  const reader = new CommandReader(director, context);
  for (const said of commands) reader.take(said);
  reader.end();
}

class CommandReader {
  readonly #director: Director;
  readonly #context: ImportContext;
  readonly #services = new Map<string, Making>();
  readonly #zones: CommandZones;

  constructor(director: Director, context: ImportContext) {
    this.#director = director;
    this.#context = context;
    this.#zones = new CommandZones(director, context);
  }

  take(said: SaidCommand): undefined {
    const { command, source } = said;
    const { ledger } = this.#context;
    const { name } = command;
    const known = commandRow(name);
    if (known?.outcome === 'ignored') return ledger.ignored(source, known.says);
    if (known?.outcome === 'refused') return ledger.refused(source, known.says);
    for (const reason of refusedOptions(command)) ledger.refused(source, reason);
    if (name === 'clear') return this.#clear(source);
    if (this.#zones.take(said)) return;
    if (name === 'start-daemon') return this.#syncDaemon(said);
    if (command.service === undefined) {
      return ledger.refused(source, `${name} without a service that can be read`);
    }
    const key = serviceKey(command.service);
    const before = this.#services.get(key);
    if (name === 'add-service') return this.#addService(said, key);
    if (before === undefined) return ledger.refused(source, 'there is no such service before it');
    before.sources.push(source);
    this.#change(said, key, before);
  }

  #change({ command, source }: SaidCommand, key: string, known: Making): undefined {
    switch (command.name) {
      case 'edit-service':
        Object.assign(known.draft.fields, this.#serviceFields(command));
        return this.#context.ledger.mapped(source, known.draft.target, '');
      case 'delete-service':
        this.#services.delete(key);
        return this.#undo(known.sources, source);
      case 'add-server':
      case 'edit-server':
        return this.#server(command, source, known);
      case 'delete-server':
        return this.#deleteServer(command, source, known);
      case 'add-laddr':
      case 'del-laddr':
        return this.#localAddress(command, source, known);
      default:
        return this.#accessList(command, source, known);
    }
  }

  #clear(source: Source): undefined {
    for (const { sources } of this.#services.values()) this.#undo(sources, source);
    this.#services.clear();
    this.#context.ledger.ignored(source, 'what is served is what stands here');
  }

  #undo(sources: readonly Source[], by: Source): undefined {
    const { ledger } = this.#context;
    const reason = `taken back in line ${by.span.line}`;
    for (const source of sources) if (source !== by) ledger.undone(source, reason);
    ledger.ignored(by, 'takes back what stands before it');
  }

  #syncDaemon({ command, source }: SaidCommand): undefined {
    const { ledger } = this.#context;
    const link = optionOf(command, 'mcast-interface')?.value?.text;
    if (link === undefined) return ledger.refused(source, 'does not say on which link');
    this.#director.syncLinks.push({ interface: link, source });
    this.#director.links.add(link);
  }

  #addService({ command, source }: SaidCommand, key: string): undefined {
    const { ledger } = this.#context;
    const { service } = command;
    if (this.#services.has(key)) return ledger.refused(source, 'the service is there already');
    if (service === undefined || service.kind === 'match') return;
    const target = new Target('VirtualService');
    const base = { target, source, fields: this.#serviceFields(command), realServers: [] };
    const pool: PoolDraft = {
      target: new Target('LocalAddressPool'),
      name: '',
      source,
      addresses: [],
    };
    const making = (draft: ServiceDraft): undefined => {
      this.#services.set(key, { draft, sources: [source], servers: new Map(), pool });
      ledger.mapped(source, target, draft.fwmark === undefined ? 'spec.vips' : 'spec.fwmark');
    };
    if (service.kind === 'fwmark') {
      if (service.mark === 0) return ledger.refused(source, '0 is no firewall mark');
      const name = `fwmark-${service.mark}`;
      return making({ ...base, name, listeners: [], fwmark: service.mark, protocol: 'tcp' });
    }
    const { kind: protocol, address, port } = service;
    if (protocol !== 'tcp' && protocol !== 'udp') {
      return ledger.refused(source, `no dataplane here balances ${protocol}`);
    }
    if (port === 0) return ledger.refused(source, 'a service has ports of its own: 0 is none');
    const name = `${protocol}-${address}-${port}`;
    making({ ...base, name, listeners: [{ address, port, source }], protocol });
  }

  #serviceFields(command: IpvsadmCommand): Fields {
    const value = (name: string) => optionOf(command, name)?.value?.text;
    const persistent = optionOf(command, 'persistent');
    const mask = value('netmask');
    const length =
      mask === undefined ? undefined : /^\d+$/.test(mask) ? Number(mask) : readMask(mask, 'ipv4');
    const timeoutS = Number(persistent?.value?.text ?? PERSISTENCE_DEFAULT_S);
    const proxy = value('proxy-protocol');
    const has = (name: string) => optionOf(command, name) !== undefined || undefined;
    return dropUndefined({
      // ipvsadm(8): wlc when none is given; refusedOptions() speaks of the names nobody knows.
      scheduler: SCHEDULERS.find((known) => known === (value('scheduler') ?? 'wlc')),
      persistence:
        persistent === undefined
          ? undefined
          : dropUndefined({ timeoutS, mask: length === 32 || length === 0 ? undefined : length }),
      onePacket: has('ops'),
      synproxy: value('synproxy') === 'enable' || undefined,
      expireQuiescent: has('expire-quiescent'),
      clientAddress: proxy === 'v1' ? 'proxyV1' : proxy === 'v2' ? 'proxyV2' : undefined,
    });
  }

  #server(command: IpvsadmCommand, source: Source, known: Making): undefined {
    const { ledger } = this.#context;
    const { server, options } = command;
    if (server === undefined) return ledger.refused(source, 'no real server that can be read');
    const method = options.map(({ name }) => METHODS[name]).find((one) => one !== undefined);
    const numberOf = (name: string) => {
      const text = optionOf(command, name)?.value?.text ?? '';
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    };
    const [upper, lower] = [
      numberOf('u-threshold') || undefined,
      numberOf('l-threshold') || undefined,
    ];
    const draft: RealServerDraft = {
      address: server.address,
      source,
      ...optional('port', server.port === 0 ? undefined : server.port),
      ...optional('weight', numberOf('weight')),
      ...optional('thresholds', thresholdsOf(upper, lower)),
    };
    const key = `${server.address} ${server.port ?? ''}`;
    const before = known.servers.get(key);
    if (before !== undefined && command.name === 'add-server') {
      return ledger.refused(source, 'the service has this real server already');
    }
    if (before === undefined && command.name === 'edit-server') {
      return ledger.refused(source, 'the service has no such real server');
    }
    if (before !== undefined)
      ledger.undone(before.server.source, `changed in line ${source.span.line}`);
    // Every ipvsadm takes direct routing when no method is given.
    known.servers.set(key, { server: draft, method: method ?? 'dr' });
  }

  #deleteServer({ server }: IpvsadmCommand, source: Source, known: Making): undefined {
    const key = server === undefined ? '' : `${server.address} ${server.port ?? ''}`;
    const gone = known.servers.get(key);
    if (gone === undefined) {
      return this.#context.ledger.refused(source, 'the service has no such real server');
    }
    known.servers.delete(key);
    this.#undo([gone.server.source], source);
  }

  #localAddress(command: IpvsadmCommand, source: Source, { pool }: Making): undefined {
    const { ledger } = this.#context;
    const address = parseAddress(optionOf(command, 'laddr')?.value?.text ?? '');
    if (address === undefined) return ledger.refused(source, 'no local address that can be read');
    const at = pool.addresses.findIndex((one) => one.address === address);
    if (command.name === 'add-laddr') {
      if (at >= 0) return ledger.ignored(source, 'the service has it already');
      const device = optionOf(command, 'ifname')?.value?.text;
      if (device !== undefined) this.#director.links.add(device);
      pool.addresses.push({ address, source, ...optional('device', device) });
      return;
    }
    const gone = pool.addresses[at];
    if (gone === undefined) return ledger.refused(source, 'the service has no such local address');
    pool.addresses.splice(at, 1);
    this.#undo([gone.source], source);
  }

  #accessList(command: IpvsadmCommand, source: Source, { draft }: Making): undefined {
    const { ledger } = this.#context;
    const list = { blk: 'deny', wht: 'allow' }[/-(blk|wht)lst$/.exec(command.name)?.[1] ?? ''];
    if (list === undefined) return ledger.refused(source, `${command.name} has no like here`);
    const text = optionOf(command, list === 'deny' ? 'blklst' : 'whtlst')?.value?.text ?? '';
    const networks = networksOf(text);
    if (networks.length === 0)
      return ledger.refused(source, `${text} is no network; sets are not read`);
    const before = (draft.fields[list] as string[] | undefined) ?? [];
    if (command.name.startsWith('add')) {
      draft.fields[list] = [...before, ...networks.filter((one) => !before.includes(one))];
      return ledger.mapped(source, draft.target, `spec.${list}`);
    }
    draft.fields[list] = before.filter((one) => !networks.includes(one));
    ledger.ignored(source, 'takes back what stands before it');
  }

  /** Only now it is known which servers and addresses there are. */
  end(): undefined {
    this.#zones.end();
    for (const making of this.#services.values()) this.#finish(making);
  }

  #finish({ draft, servers, pool, sources }: Making): undefined {
    const { ledger } = this.#context;
    const { target } = draft;
    const first = [...servers.values()][0]?.method;
    const forwarding = first ?? (pool.addresses.length > 0 ? 'fullnat' : undefined);
    if (forwarding === undefined) {
      const reason = 'a service without real servers does not say how it forwards';
      for (const source of sources) ledger.refused(source, reason);
      return;
    }
    const realServers: RealServerDraft[] = [];
    for (const { server, method } of servers.values()) {
      if (method !== forwarding) {
        ledger.refused(server.source, 'forwarded otherwise than the servers before it');
        continue;
      }
      ledger.mapped(server.source, target, `spec.realServers[${realServers.length}]`);
      realServers.push(server);
    }
    const hasPool = forwarding === 'fullnat' && pool.addresses.length > 0;
    if (hasPool) this.#director.pools.push(pool);
    for (const { source } of hasPool ? [] : pool.addresses) {
      ledger.ignored(source, 'only FULLNAT has local addresses');
    }
    const service = { ...draft, forwarding, realServers, ...(hasPool ? { pool } : {}) };
    this.#director.services.push(service);
  }
}
