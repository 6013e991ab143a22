/** Where the API is: what was said, else what is usual, else the one lab on this machine. */
import { FleetError } from '../schemas/errors.ts';

export type ApiAddress =
  | { readonly socketPath: string; readonly text: string }
  | { readonly host: string; readonly port: number; readonly text: string };

export interface DefaultApiOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Labs that are up on this machine, with the address of their API. */
  readonly labs: () => readonly { readonly name: string; readonly api: string }[];
}

const SYSTEM_SOCKET = '/run/sluice/api.sock';

/**
 * The address to use when --api does not say: $SLUICE_API, this person's socket, the machine's
 * socket, the only lab that is up. Throws E_USAGE when several labs are up.
 */
export function defaultApi({ env, exists, labs }: DefaultApiOptions): string {
  const said = env['SLUICE_API'];
  if (said !== undefined && said !== '') return said;
  const runtime = env['XDG_RUNTIME_DIR'];
  const usual = [
    ...(runtime?.startsWith('/') ? [`${runtime}/sluice/api.sock`] : []),
    SYSTEM_SOCKET,
  ];
  const there = usual.find(exists);
  if (there !== undefined) return `unix:${there}`;
  const [lab, another, ...more] = labs();
  if (lab === undefined) return `unix:${usual[0]}`;
  if (another === undefined) return lab.api;
  const names = [lab, another, ...more].map(({ name }) => name).join(', ');
  throw new FleetError('E_USAGE', `several labs are up: ${names}`, {
    hint: `say which with --api or SLUICE_API, for example --api ${lab.api}`,
  });
}

/** `unix:/path`, an absolute path, or `http://host:port`. Throws E_USAGE. */
export function parseApiAddress(text: string): ApiAddress {
  const path = text.startsWith('unix:') ? text.slice('unix:'.length) : text;
  if (path.startsWith('/')) return { socketPath: path, text: `unix:${path}` };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && url.hostname !== '' && url.pathname === '/') {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return { host, port: url.port === '' ? 80 : Number(url.port), text: `http://${url.host}` };
  }
  throw new FleetError('E_USAGE', `"${text}" is not the address of an API`, {
    hint: 'write unix:/path/to/api.sock or http://host:port',
  });
}
