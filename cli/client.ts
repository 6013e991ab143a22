/** The API as methods, typed and checked by schemas/api.ts. */
import { z } from 'zod';
import {
  type AdoptPreview,
  type AdoptQuery,
  type AdoptRequest,
  type AdoptUndoRequest,
  adoptPreviewSchema,
  type TakeOverReply,
  takeOverReplySchema,
  type UndoTakeOverReply,
  undoTakeOverReplySchema,
} from '../schemas/adopt.ts';
import {
  type ApplyReply,
  type ApplyRequest,
  applyReplySchema,
  type ConnsReply,
  connsReplySchema,
  type DrainReply,
  type DrainRequest,
  drainReplySchema,
  drainStartedSchema,
  eventLineSchema,
  type HealthReply,
  type HistoryEntry,
  type HistoryReply,
  healthReplySchema,
  historyReplySchema,
  type NodeView,
  nodesReplySchema,
  type PlanReply,
  type PlanRequest,
  planReplySchema,
  type ResourcesReply,
  type RolloutAbortRequest,
  type RolloutSayRequest,
  type RolloutStartRequest,
  type RolloutView,
  resourcesReplySchema,
  rolloutsReplySchema,
  rolloutViewSchema,
} from '../schemas/api.ts';
import {
  type FleetDrift,
  fleetDriftSchema,
  type NodeDrift,
  nodeDriftSchema,
} from '../schemas/drift.ts';
import { FleetError } from '../schemas/errors.ts';
import type { NodeEvent, Origin } from '../schemas/events.ts';
import {
  type BlameReply,
  blameReplySchema,
  type DiffReply,
  diffReplySchema,
  type RevertRequest,
  type SpecLine,
  type SpecPoint,
  specLineSchema,
  specPointText,
  type VerdictLine,
  verdictLineSchema,
} from '../schemas/history-api.ts';
import type { ApiAddress } from './api-address.ts';
import { type Exchange, exchangeJson, exchangeLines } from './http.ts';

export interface EventsQuery {
  readonly node?: string | undefined;
  readonly type?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ConnsQuery {
  readonly client?: string | undefined;
  readonly vip?: string | undefined;
  readonly realServer?: string | undefined;
  readonly local?: string | undefined;
  readonly zone?: string | undefined;
  readonly protocol?: string | undefined;
  readonly node?: string | undefined;
  readonly limit?: number | undefined;
}

export interface HistoryQuery {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly limit?: number | undefined;
}

export interface TargetQuery {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;

export class ApiClient {
  readonly address: ApiAddress;
  readonly #signal: AbortSignal | undefined;

  constructor(address: ApiAddress, signal?: AbortSignal) {
    this.address = address;
    this.#signal = signal;
  }

  plan(body: PlanRequest): Promise<PlanReply> {
    return this.#ask(planReplySchema, { method: 'POST', path: '/v1/plan', body });
  }

  /** The same key twice is one change; the correlation id of the origin serves as key. */
  apply(body: ApplyRequest): Promise<ApplyReply> {
    return this.#change('/v1/apply', body);
  }

  remove(
    kind: string,
    name: string,
    origin: Origin,
    { overrideFreeze }: { readonly overrideFreeze?: boolean | undefined } = {},
  ): Promise<ApplyReply> {
    const { actor, channel, reason, correlationId } = origin;
    const flag = overrideFreeze === true ? '1' : undefined;
    const query = { actor, channel, reason, overrideFreeze: flag };
    const path = withQuery(`/v1/resources/${part(kind)}/${part(name)}`, query);
    const headers = { 'idempotency-key': correlationId };
    return this.#ask(applyReplySchema, { method: 'DELETE', path, headers });
  }

  planRevert(body: RevertRequest): Promise<PlanReply> {
    return this.#ask(planReplySchema, { method: 'POST', path: '/v1/revert/plan', body });
  }

  revert(body: RevertRequest): Promise<ApplyReply> {
    return this.#change('/v1/revert', body);
  }

  /** The spec as it was. */
  specAt(at: SpecPoint, target: TargetQuery = {}): Promise<ResourcesReply> {
    return this.#get(resourcesReplySchema, '/v1/spec', { ...target, at: specPointText(at) });
  }

  diff(from: SpecPoint, to: SpecPoint, target: TargetQuery = {}): Promise<DiffReply> {
    const points = { from: specPointText(from), to: specPointText(to) };
    return this.#get(diffReplySchema, '/v1/diff', { ...target, ...points });
  }

  blame(kind: string, name: string): Promise<BlameReply> {
    return this.#get(blameReplySchema, '/v1/blame', { kind, name });
  }

  /** What there is, then what changes, until the server ends. */
  watchSpec(target: TargetQuery): AsyncGenerator<SpecLine> {
    return this.#lines(specLineSchema, withQuery('/v1/watch', { ...target }));
  }

  /** One verdict a log. */
  verifyStore(): AsyncGenerator<VerdictLine> {
    return this.#lines(verdictLineSchema, '/v1/store/verify');
  }

  resources(kind?: string, name?: string): Promise<ResourcesReply> {
    return this.#get(resourcesReplySchema, '/v1/resources', { kind, name });
  }

  async history(query: HistoryQuery): Promise<HistoryEntry[]> {
    return (await this.historyReply(query)).entries;
  }

  historyReply(query: HistoryQuery): Promise<HistoryReply> {
    return this.#get(historyReplySchema, '/v1/history', { ...query });
  }

  async nodes(): Promise<NodeView[]> {
    return (await this.#get(nodesReplySchema, '/v1/nodes')).nodes;
  }

  conns(query: ConnsQuery): Promise<ConnsReply> {
    return this.#get(connsReplySchema, '/v1/conns', { ...query });
  }

  health(): Promise<HealthReply> {
    return this.#get(healthReplySchema, '/v1/health');
  }

  startDrain(
    verb: 'drain' | 'undrain',
    node: string,
    body: DrainRequest,
    { overrideFreeze }: { readonly overrideFreeze?: boolean | undefined } = {},
  ): Promise<z.infer<typeof drainStartedSchema>> {
    const flag = overrideFreeze === true ? '1' : undefined;
    const path = withQuery(`/v1/nodes/${part(node)}/${verb}`, { overrideFreeze: flag });
    return this.#ask(drainStartedSchema, { method: 'POST', path, body });
  }

  drainStatus(node: string): Promise<DrainReply> {
    return this.#get(drainReplySchema, `/v1/nodes/${part(node)}/drain`);
  }

  async cancelDrain(node: string): Promise<void> {
    const path = `/v1/nodes/${part(node)}/drain/cancel`;
    await this.#ask(z.unknown(), { method: 'POST', path, body: {} });
  }

  async rollouts(): Promise<RolloutView[]> {
    return (await this.#get(rolloutsReplySchema, '/v1/rollouts')).rollouts;
  }

  rollout(cluster: string): Promise<RolloutView> {
    return this.#get(rolloutViewSchema, rolloutPath(cluster));
  }

  /** To one that is under way. */
  tellRollout(
    verb: 'pause' | 'resume' | 'accept',
    cluster: string,
    body: RolloutSayRequest,
  ): Promise<RolloutView> {
    return this.#ask(rolloutViewSchema, { method: 'POST', path: rolloutPath(cluster, verb), body });
  }

  abortRollout(cluster: string, body: RolloutAbortRequest): Promise<RolloutView> {
    const path = rolloutPath(cluster, 'abort');
    return this.#ask(rolloutViewSchema, { method: 'POST', path, body });
  }

  startRollout(cluster: string, body: RolloutStartRequest): Promise<RolloutView> {
    const path = rolloutPath(cluster, 'start');
    return this.#ask(rolloutViewSchema, { method: 'POST', path, body });
  }

  fleetDrift(cluster?: string): Promise<FleetDrift> {
    return this.#get(fleetDriftSchema, '/v1/drift', { cluster });
  }

  nodeDrift(node: string): Promise<NodeDrift> {
    return this.#get(nodeDriftSchema, `/v1/nodes/${part(node)}/drift`);
  }

  /** Changes nothing. */
  adoptPreview(node: string, { lip, lipInterface }: AdoptQuery): Promise<AdoptPreview> {
    const search = new URLSearchParams();
    for (const address of [lip ?? []].flat()) search.append('lip', address);
    if (lipInterface !== undefined) search.set('lipInterface', lipInterface);
    const query = search.size === 0 ? '' : `?${search}`;
    return this.#get(adoptPreviewSchema, `/v1/nodes/${part(node)}/adopt${query}`);
  }

  adopt(node: string, body: AdoptRequest): Promise<TakeOverReply> {
    const path = `/v1/nodes/${part(node)}/adopt`;
    return this.#ask(takeOverReplySchema, { method: 'POST', path, body });
  }

  undoAdopt(node: string, body: AdoptUndoRequest): Promise<UndoTakeOverReply> {
    const path = `/v1/nodes/${part(node)}/adopt/undo`;
    return this.#ask(undoTakeOverReplySchema, { method: 'POST', path, body });
  }

  /** The last events, oldest first; with `follow`, then what comes, until the server ends. */
  events(query: EventsQuery, follow: boolean): AsyncGenerator<NodeEvent> {
    const path = withQuery('/v1/events', { ...query, follow: follow ? '1' : undefined });
    return this.#lines(eventLineSchema, path);
  }

  async *#lines<T>(schema: z.ZodType<T>, path: string): AsyncGenerator<T> {
    const lines = exchangeLines(this.address, { method: 'GET', path, signal: this.#signal });
    for await (const line of lines) yield this.#checked(schema, line, path);
  }

  #change(path: string, body: ApplyRequest | RevertRequest): Promise<ApplyReply> {
    const headers = { 'idempotency-key': body.origin.correlationId };
    return this.#ask(applyReplySchema, { method: 'POST', path, body, headers });
  }

  #get<T>(schema: z.ZodType<T>, path: string, query: Query = {}): Promise<T> {
    return this.#ask(schema, { method: 'GET', path: withQuery(path, query) });
  }

  async #ask<T>(schema: z.ZodType<T>, exchange: Exchange): Promise<T> {
    const reply = await exchangeJson(this.address, { ...exchange, signal: this.#signal });
    return this.#checked(schema, reply, exchange.path);
  }

  #checked<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const message = `the answer of ${this.address.text} to ${path} is not understood`;
    const hint = 'server and command line may be of different versions: compare "sluice health"';
    throw new FleetError('E_INTERNAL', message, { hint, cause: parsed.error });
  }
}

const part = encodeURIComponent;

const rolloutPath = (cluster: string, verb?: string) =>
  ['/v1/rollouts', part(cluster), ...(verb === undefined ? [] : [verb])].join('/');

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
