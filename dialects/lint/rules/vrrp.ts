/** VRRP instances: words that count in upper case only, families, authentication, ids. */
import { familyOf } from '../../../schemas/address.ts';
import { type Finding, findingAt, replaceSpan } from '../../finding.ts';
import type { VrrpInstance } from '../../keepalived/views/vrrp.ts';
import type { Word } from '../../text/span.ts';
import type { LintOptions } from '../bundle.ts';
import type { Rule } from '../rule.ts';

/** What keepalived takes of the password (RFC 2338). */
const AUTH_PASS_LENGTH_MAX = 8;

export const VRRP_INSTANCES: Rule = {
  codes: [
    'E_WORD_CASE',
    'E_VRRP_STATE',
    'E_VRRP_INTERFACE',
    'E_INSTANCE_FAMILIES',
    'W_AUTH_PASS_LONG',
    'W_AUTH_AH',
    'W_VRRP3_AUTHENTICATION',
    'W_LINK_LOCAL_VIP',
    'W_NOPREEMPT_MASTER',
  ],
  check({ node }) {
    return node.keepalived
      .flatMap(({ config }) => config.instances)
      .flatMap((instance) => [
        ...stateFindings(instance),
        ...authenticationFindings(instance),
        ...familyFindings(instance),
      ]);
  },
};

export const VIRTUAL_ROUTER_IDS: Rule = {
  codes: ['E_VRID_TWICE', 'W_VRID_TWICE'],
  check({ node }, { options }) {
    const first = new Map<string, VrrpInstance>();
    return node.keepalived
      .flatMap(({ config }) => config.instances)
      .flatMap((instance) => {
        const id = instance.virtualRouterId;
        if (id === undefined) return [];
        // IPv4 and IPv6 routers have ids of their own (RFC 9568 section 5.2.3).
        const key = `${id} ${instanceFamily(instance)}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, instance);
          return [];
        }
        return [clash(instance, other, options)];
      });
  },
};

function clash(instance: VrrpInstance, other: VrrpInstance, options: LintOptions): Finding {
  const statement = instance.statement.block?.statements.findLast(
    ({ keyword }) => keyword.text === 'virtual_router_id',
  );
  const { span } = statement ?? instance.statement;
  const [mine, theirs] = [instance.interface?.text ?? '', other.interface?.text ?? ''];
  const network = (name: string) => options.layer2?.[name] ?? name;
  const isSame = network(mine) === network(theirs);
  const message = `virtual_router_id ${instance.virtualRouterId} is also that of ${other.name} (line ${other.statement.span.line})`;
  const hint = isSame
    ? 'take an id that no other instance of the network has'
    : `right only when ${mine} and ${theirs} are different layer-2 networks`;
  return findingAt(span, isSame ? 'E_VRID_TWICE' : 'W_VRID_TWICE', message, { hint });
}

function stateFindings(instance: VrrpInstance): Finding[] {
  const findings: Finding[] = [];
  const { state, nopreempt } = instance;
  if (state !== undefined && !/^(MASTER|BACKUP)$/.test(state.text)) {
    if (/^(master|backup)$/i.test(state.text)) findings.push(wrongCase('state', state));
    else {
      const message = `${state.text} is no state: the instance becomes BACKUP`;
      findings.push(findingAt(state.span, 'E_VRRP_STATE', message));
    }
  }
  if (nopreempt !== undefined && state?.text === 'MASTER') {
    const message = `nopreempt has no effect: the state of ${instance.name} is MASTER`;
    findings.push(findingAt(nopreempt.keyword.span, 'W_NOPREEMPT_MASTER', message));
  }
  if (instance.interface === undefined) {
    const message = `the instance ${instance.name} has no interface`;
    findings.push(findingAt(instance.statement.keyword.span, 'E_VRRP_INTERFACE', message));
  }
  return findings;
}

function wrongCase(keyword: string, word: Word): Finding {
  const right = word.text.toUpperCase();
  const fix = word.isDerived ? undefined : replaceSpan(word.span, right, `write ${right}`);
  const message = `${keyword} ${word.text}: only ${right} is read`;
  return findingAt(word.span, 'E_WORD_CASE', message, { hint: `write ${right}`, fix });
}

function authenticationFindings(instance: VrrpInstance): Finding[] {
  const { authType, authPass, authentication } = instance;
  if (authentication === undefined) return [];
  const findings: Finding[] = [];
  if (instanceFamily(instance) === 'ipv6' || instance.version === 3) {
    const message = `${instance.name} speaks VRRP version 3: its authentication is ignored`;
    findings.push(findingAt(authentication.keyword.span, 'W_VRRP3_AUTHENTICATION', message));
  }
  if (authType !== undefined && !/^(PASS|AH)$/.test(authType.text)) {
    if (/^(pass|ah)$/i.test(authType.text)) findings.push(wrongCase('auth_type', authType));
    else {
      const message = `auth_type is PASS or AH, not ${authType.text}`;
      findings.push(findingAt(authType.span, 'E_ARGUMENT', message));
    }
  }
  if (authType?.text === 'AH') {
    const message = 'auth_type AH: every router of the group must use it; stock reports it';
    findings.push(findingAt(authType.span, 'W_AUTH_AH', message));
  }
  if (authPass !== undefined && authPass.text.length > AUTH_PASS_LENGTH_MAX) {
    const message = `only the first ${AUTH_PASS_LENGTH_MAX} of ${authPass.text.length} characters count`;
    const fix = authPass.isDerived
      ? undefined
      : replaceSpan(authPass.span, authPass.text.slice(0, AUTH_PASS_LENGTH_MAX), 'cut it there');
    findings.push(findingAt(authPass.span, 'W_AUTH_PASS_LONG', message, { fix }));
  }
  return findings;
}

function familyFindings(instance: VrrpInstance): Finding[] {
  const [first] = instance.addresses;
  if (first === undefined) return [];
  const findings: Finding[] = [];
  const family = familyOf(first.address);
  // Addresses of the other family may be carried, but only unannounced: `_excluded`.
  const other = instance.addresses.find(({ address }) => familyOf(address) !== family);
  if (other !== undefined) {
    const message = `${instance.name} has ${first.address} and ${other.address}: two families`;
    const hint = 'make an instance of its own for each family';
    findings.push(findingAt(other.word.span, 'E_INSTANCE_FAMILIES', message, { hint }));
  }
  if (family === 'ipv6' && !/^fe[89ab]/.test(first.address)) {
    const message = `${first.address}, the first address of ${instance.name}, is not link-local`;
    const hint = 'put an address of fe80::/10 before it';
    findings.push(findingAt(first.word.span, 'W_LINK_LOCAL_VIP', message, { hint }));
  }
  return findings;
}

/** The family that the instance announces: that of its first address. */
export function instanceFamily(instance: VrrpInstance): 'ipv4' | 'ipv6' {
  const [first] = instance.addresses;
  return first === undefined ? 'ipv4' : familyOf(first.address);
}
