/**
 * SNAT by ipvsadm: zones of dsnat and lvs-snat v1, rules of lvs-snat v2, match services of DPVS,
 * and the plain NAT service on 0.0.0.0:0 that stock tools translate everything with.
 */
import { parseAddress } from '../../schemas/address.ts';
import type { FlowProtocol } from '../../schemas/names.ts';
import { hasZones } from '../flavour.ts';
import { type IpvsadmCommand, optionOf, serviceKey } from '../ipvsadm/command.ts';
import { formatNetwork, readAddresses, readNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Director, ImportContext, ZoneDraft } from './director.ts';
import { type Source, Target } from './ledger.ts';
import { readMatchText, zoneOfMatch } from './match-zone.ts';
import type { SaidCommand } from './said-command.ts';
import { rotationOf, zoneName } from './snat-words.ts';

const EVERYTHING = /^(0\.0\.0\.0|::)$/;

interface Making {
  readonly zone: ZoneDraft;
  readonly sources: Source[];
}

export class CommandZones {
  readonly #director: Director;
  readonly #context: ImportContext;
  readonly #zones = new Map<string, Making>();
  /** Services that stand for SNAT, by their key. */
  readonly #switches = new Map<string, { protocol: FlowProtocol; source: Source; word: string }>();

  constructor(director: Director, context: ImportContext) {
    this.#director = director;
    this.#context = context;
  }

  /** Whether the command is about SNAT and was taken. */
  take({ command, source }: SaidCommand): boolean {
    const { name, service, zone } = command;
    if (zone !== undefined || /-zone$/.test(name)) this.#zone(command, source);
    else if (/-snat$/.test(name)) this.#rule(command, source);
    else if (service?.kind === 'match') this.#match(command, source, service.match);
    else if (service !== undefined && isEverything(service)) {
      if (hasZones(this.#director.flavour)) this.#switch(command, source);
      else this.#plainNat(command, source);
    } else return false;
    return true;
  }

  #zone(command: IpvsadmCommand, source: Source): undefined {
    const { ledger } = this.#context;
    const { name, zone } = command;
    if (zone === undefined) return ledger.refused(source, 'no zone that can be read');
    const network = formatNetwork(zone.network);
    const known = this.#zones.get(network);
    if (name === 'add-zone') {
      if (known !== undefined) return ledger.ignored(source, 'the zone is there already');
      this.#make(network, source, { sources: [network], destinations: [] });
      return;
    }
    if (known === undefined) {
      const all = [...this.#zones.keys()].join(', ');
      return ledger.refused(
        source,
        `there is no zone ${network}; declared before it: ${all || 'none'}`,
      );
    }
    known.sources.push(source);
    if (name === 'del-zone') {
      this.#zones.delete(network);
      return this.#undo(known.sources, source);
    }
    const address = parseAddress(optionOf(command, 'laddr')?.value?.text ?? '');
    if (address === undefined) return ledger.refused(source, 'no local address that can be read');
    if (name.startsWith('add')) this.#addAddress(known, address, source);
    else this.#dropAddress(known, address, source);
  }

  #make(key: string, source: Source, zone: Pick<ZoneDraft, 'sources' | 'destinations'>): Making {
    const target = new Target('SnatGateway');
    const name = zoneName(zone.sources, zone.destinations[0]);
    const making: Making = {
      zone: { target, name, source, addresses: [], ...zone },
      sources: [source],
    };
    this.#zones.set(key, making);
    return making;
  }

  #addAddress({ zone }: Making, address: string, source: Source, device?: string): undefined {
    const { ledger } = this.#context;
    if (zone.addresses.some((one) => one.address === address)) {
      return ledger.ignored(source, 'the zone has it already');
    }
    zone.addresses.push({ address, source, ...optional('device', device) });
    ledger.mapped(source, zone.target, 'pool.addresses');
  }

  #dropAddress({ zone }: Making, address: string, source: Source): undefined {
    const at = zone.addresses.findIndex((one) => one.address === address);
    const gone = zone.addresses[at];
    if (gone === undefined) {
      return this.#context.ledger.refused(source, 'the zone has no such address');
    }
    zone.addresses.splice(at, 1);
    this.#undo([gone.source], source);
  }

  #undo(sources: readonly Source[], by: Source): undefined {
    const { ledger } = this.#context;
    for (const one of sources)
      if (one !== by) ledger.undone(one, `taken back in line ${by.span.line}`);
    ledger.ignored(by, 'takes back what stands before it');
  }

  /** lvs-snat v2: `-K -f 1 -F SRC -T DST -U MIN-MAX --oif DEV -N GW`. */
  #rule(command: IpvsadmCommand, source: Source): undefined {
    const { ledger } = this.#context;
    const value = (name: string) => optionOf(command, name)?.value?.text;
    const network = (text: string | undefined) => {
      const read = text === undefined ? undefined : readNetwork(text);
      return read && formatNetwork(read);
    };
    const from = network(value('from'));
    const to = network(value('to'));
    const addresses = readAddresses(value('snat-ip') ?? '');
    const key = `${from} ${to ?? ''} ${value('oif') ?? ''}`;
    const known = this.#zones.get(key);
    if (command.name === 'delete-snat') {
      if (known === undefined) return ledger.refused(source, 'there is no such rule before it');
      this.#zones.delete(key);
      return this.#undo(known.sources, source);
    }
    if (value('gw') !== undefined) {
      return ledger.refused(source, 'a zone is not chosen by the gateway of the route');
    }
    if (from === undefined || addresses === undefined) {
      return ledger.refused(source, 'a rule needs a source (-F) and addresses (-U)');
    }
    const oif = value('oif');
    if (oif !== undefined) this.#director.links.add(oif);
    if (known !== undefined) this.#undo(known.sources, source);
    const destinations = to === undefined ? [] : [to];
    const { zone } = this.#make(key, source, { sources: [from], destinations });
    const rotation = rotationOf({ text: value('algo') ?? 'rr' });
    if (rotation === undefined)
      ledger.refused(source, `addresses do not take turns by ${value('algo')}`);
    for (const address of addresses) zone.addresses.push({ address, source });
    const hop = parseAddress(value('new-gw') ?? '');
    Object.assign(zone, {
      protocols: new Set(['tcp', 'udp']),
      ...optional('rotation', rotation),
      ...optional('egressInterface', oif),
      ...optional('nextHop', hop),
    });
    ledger.mapped(source, zone.target, '');
  }

  #match(command: IpvsadmCommand, source: Source, text: string): undefined {
    const { ledger } = this.#context;
    const key = `match ${text}`;
    const known = this.#zones.get(key);
    if (command.name === 'add-service') {
      if (known !== undefined) return ledger.refused(source, 'the service is there already');
      const zone = zoneOfMatch(readMatchText(text));
      if (typeof zone === 'string') return ledger.refused(source, zone);
      const made = this.#make(key, source, zone);
      const word = optionOf(command, 'scheduler')?.value;
      Object.assign(made.zone, zone, optional('rotation', word && rotationOf(word)));
      if (zone.egressInterface !== undefined) this.#director.links.add(zone.egressInterface);
      return ledger.mapped(source, made.zone.target, 'sources');
    }
    if (known === undefined) return ledger.refused(source, 'there is no such service before it');
    known.sources.push(source);
    if (command.name === 'delete-service') {
      this.#zones.delete(key);
      return this.#undo(known.sources, source);
    }
    const address = command.server?.address;
    if (address === undefined || !/-server$/.test(command.name)) {
      return ledger.refused(source, `${command.name} has no like in a zone`);
    }
    if (command.name === 'delete-server') this.#dropAddress(known, address, source);
    else this.#addAddress(known, address, source, known.zone.egressInterface);
  }

  /** dsnat and lvs-snat v1: the service that turns zones on for a protocol. */
  #switch(command: IpvsadmCommand, source: Source): undefined {
    const { ledger } = this.#context;
    const { service, name } = command;
    if (service === undefined) return;
    const key = serviceKey(service);
    const known = this.#switches.get(key);
    if (name === 'delete-service' && known !== undefined) {
      this.#switches.delete(key);
      return this.#undo([known.source], source);
    }
    if (name !== 'add-service' && name !== 'edit-service') {
      return ledger.refused(source, 'a service that stands for zones has nothing but a scheduler');
    }
    if (service.kind !== 'tcp' && service.kind !== 'udp') {
      return ledger.refused(source, `zones translate TCP and UDP, not ${service.kind}`);
    }
    const word = optionOf(command, 'scheduler')?.value?.text ?? 'rr';
    if (known !== undefined) this.#undo([known.source], source);
    this.#switches.set(key, { protocol: service.kind, source, word });
  }

  /** Stock tools: a persistent NAT service on everything; its servers are the egress addresses. */
  #plainNat(command: IpvsadmCommand, source: Source): undefined {
    const { ledger } = this.#context;
    const { service, name, server } = command;
    if (service === undefined || (service.kind !== 'tcp' && service.kind !== 'udp')) {
      return ledger.refused(source, 'only TCP and UDP are translated so');
    }
    const key = serviceKey(service);
    const known = this.#zones.get(key);
    if (name === 'add-service') {
      if (known !== undefined) return ledger.refused(source, 'the service is there already');
      const all = service.address.includes(':') ? '::/0' : '0.0.0.0/0';
      const made = this.#make(key, source, { sources: [all], destinations: [] });
      const rotation = optionOf(command, 'persistent') === undefined ? 'roundRobin' : 'persistent';
      Object.assign(made.zone, { protocols: new Set([service.kind]), rotation });
      return ledger.mapped(source, made.zone.target, 'sources');
    }
    if (known === undefined) return ledger.refused(source, 'there is no such service before it');
    known.sources.push(source);
    if (name === 'delete-service') {
      this.#zones.delete(key);
      return this.#undo(known.sources, source);
    }
    if (server === undefined) return ledger.refused(source, `${name} has no like in a zone`);
    if (name === 'delete-server') this.#dropAddress(known, server.address, source);
    else this.#addAddress(known, server.address, source);
  }

  end(): undefined {
    const { ledger } = this.#context;
    for (const { zone, sources } of this.#zones.values()) {
      if (zone.addresses.length > 0) {
        ledger.mapped(zone.source, zone.target, 'sources');
        this.#director.zones.push(zone);
      } else for (const one of sources) ledger.refused(one, 'a zone without local addresses');
    }
    for (const { protocol, source, word } of this.#switches.values()) {
      const rotation = rotationOf({ text: word });
      if (rotation === undefined) ledger.refused(source, `addresses do not take turns by ${word}`);
      const target = new Target('SnatGateway');
      ledger.mapped(source, target, 'spec.protocols');
      const turn = rotation ?? 'roundRobin';
      this.#director.snatServices.push({ target, protocol, source, rotation: turn });
    }
  }
}

function isEverything(service: NonNullable<IpvsadmCommand['service']>): boolean {
  return 'address' in service && service.port === 0 && EVERYTHING.test(service.address);
}
