/**
 * The words of one dpip command: `dpip [-4|-6] OBJ CMD ...`, the family before or behind the
 * object. What cannot be read is a finding.
 */
import { familyOf, parseAddress, parsePrefix } from '../../schemas/address.ts';
import { nearestWord } from '../../schemas/validation/nearest-word.ts';
import { type Finding, findingAt } from '../finding.ts';
import { type Comment, spanBetween, type Word } from '../text/span.ts';
import { withPlainDashes } from '../text/white-space.ts';
import type { DpipBody, DpipStatement } from './statement.ts';

const OBJECTS =
  'link addr route neigh vlan tunnel qsch cls ipv6 iftraf eal-mem ipset flow maddr lldp'.split(' ');

const ACTIONS: Readonly<Record<string, string>> = {
  addr: 'add set del flush show',
  route: 'add set del flush show',
  link: 'set show',
  vlan: 'add del show',
  neigh: 'add del show',
  tunnel: 'add del change show',
};

/** `words` without the program's own name. */
export function parseDpip(
  words: readonly Word[],
  comments: { leading?: readonly Comment[]; trailing?: Comment | undefined } = {},
): { statement?: DpipStatement; findings: Finding[] } {
  const findings: Finding[] = [];
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { findings };
  const plain = words.map((word) => ({ ...word, text: withPlainDashes(word.text) }));
  const rest = plain.filter(({ text }) => !/^-[46svVCF]+$/.test(text));
  const isIpv6 = plain.some(({ text }) => /^-[svCF]*6/.test(text));
  const [object, action] = rest;
  if (object === undefined) return { findings };
  const body = readBody(object, action, rest.slice(2), findings);
  if (body === undefined) return { findings };
  const address = addressIn(body);
  const family = isIpv6 ? 'ipv6' : address === undefined ? 'ipv4' : familyOf(address);
  if (body.object === 'route' && body.action !== undefined && family === 'ipv6' && !isIpv6) {
    const message = 'dpip does not take an IPv6 network without -6';
    const hint = 'write dpip route -6 ...';
    findings.push(findingAt(object.span, 'E_DPIP_FAMILY', message, { hint }));
  }
  return {
    findings,
    statement: {
      body,
      family,
      words: plain,
      leading: comments.leading ?? [],
      span: spanBetween(first.span, last.span),
      ...(comments.trailing === undefined ? {} : { trailing: comments.trailing }),
    },
  };
}

function addressIn(body: DpipBody): string | undefined {
  if (body.object === 'addr') return body.address;
  if (body.object !== 'route') return undefined;
  const { text } = body.destination;
  return parsePrefix(text)?.address ?? parseAddress(text) ?? parseAddress(body.via?.text ?? '');
}

function readBody(
  object: Word,
  action: Word | undefined,
  rest: readonly Word[],
  findings: Finding[],
): DpipBody | undefined {
  if (!OBJECTS.includes(object.text)) {
    const nearest = nearestWord(object.text, OBJECTS);
    const hint = nearest === undefined ? '' : `did you mean ${nearest}?`;
    findings.push(findingAt(object.span, 'E_DPIP', `dpip has no object ${object.text}`, { hint }));
    return undefined;
  }
  const actions = ACTIONS[object.text]?.split(' ');
  const verb = action?.text ?? 'show';
  if (verb === 'show' || action === undefined) return { object: 'show', what: object.text };
  if (actions === undefined) return { object: 'other', what: object.text };
  if (!actions.includes(verb)) {
    const message = `dpip ${object.text} has no command ${verb}`;
    const nearest = nearestWord(verb, actions);
    const hint =
      nearest === undefined ? `it has ${actions.join(', ')}` : `did you mean ${nearest}?`;
    findings.push(findingAt(action.span, 'E_DPIP', message, { hint }));
    return undefined;
  }
  const body = BODIES[object.text]?.(verb, rest);
  if (body !== undefined) return body;
  if (verb === 'flush') return { object: 'other', what: object.text };
  const message = `dpip ${object.text} ${verb} lacks what it is about`;
  findings.push(findingAt(action.span, 'E_DPIP', message));
  return undefined;
}

type BodyReader = (verb: string, rest: readonly Word[]) => DpipBody | undefined;

const after = (rest: readonly Word[], key: string): Word | undefined => {
  const at = rest.findIndex(({ text }) => text === key);
  return at < 0 ? undefined : rest[at + 1];
};

const BODIES: Readonly<Record<string, BodyReader>> = {
  addr: (verb, rest) => {
    const [word] = rest;
    const device = after(rest, 'dev');
    const prefix = parsePrefix(word?.text ?? '');
    const address = prefix?.address ?? parseAddress(word?.text ?? '');
    if (word === undefined || device === undefined || address === undefined) return undefined;
    const isPool = rest.some(({ text }) => text === 'sapool');
    const action = verb as 'add' | 'set' | 'del';
    return {
      object: 'addr',
      action,
      address,
      device,
      isPool,
      word,
      ...(prefix === undefined ? {} : { prefixLength: prefix.length }),
    };
  },
  route: (verb, rest) => {
    const [destination] = rest;
    if (destination === undefined || verb === 'flush') return undefined;
    const text = destination.text;
    if (text !== 'default' && parsePrefix(text) === undefined && parseAddress(text) === undefined) {
      return undefined;
    }
    const via = after(rest, 'via');
    const device = after(rest, 'dev');
    return {
      object: 'route',
      action: verb as 'add' | 'set' | 'del',
      destination,
      ...(via === undefined ? {} : { via }),
      ...(device === undefined ? {} : { device }),
    };
  },
  link: (_verb, rest) => {
    const [device, ...values] = rest[0]?.text === 'dev' ? rest.slice(1) : rest;
    if (device === undefined) return undefined;
    const settings: [Word, Word][] = [];
    for (let at = 0; at + 1 < values.length; at += 2) {
      const [key, value] = [values[at], values[at + 1]];
      if (key !== undefined && value !== undefined) settings.push([key, value]);
    }
    return { object: 'link', action: 'set', device, settings };
  },
  vlan: (verb, rest) => {
    const named = rest[0] !== undefined && !/^(link|proto|id)$/.test(rest[0].text);
    const link = after(rest, 'link');
    const id = after(rest, 'id')?.text ?? '';
    return {
      object: 'vlan',
      action: verb as 'add' | 'del',
      ...(named && rest[0] !== undefined ? { name: rest[0] } : {}),
      ...(link === undefined ? {} : { link }),
      ...(/^\d{1,4}$/.test(id) ? { id: Number(id) } : {}),
    };
  },
  neigh: (verb, [address]) =>
    address && { object: 'neigh', action: verb as 'add' | 'del', address },
  tunnel: (verb, [name]) => name && { object: 'tunnel', action: verb as 'add' | 'del', name },
};
