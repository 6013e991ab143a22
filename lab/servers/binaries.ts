/**
 * Where the server binaries are. The set-up puts them there (lab/setup); running a server never
 * builds or downloads anything, so a test cannot turn into a five-minute compile.
 */
import { FleetError } from '../../schemas/errors.ts';
import { CHECKOUT, serversFolder } from '../setup/cache.mjs';
import { findProgram, PROGRAMS, pinnedVersion } from '../setup/server-pins.mjs';

export type ServerName = 'etcd' | 'nats-server' | 'temporal';
/** etcd's own tools, of the version of etcd. */
type ToolName = 'etcdctl' | 'etcdutl';

const found = new Map<ServerName | ToolName, Promise<string>>();

/**
 * The path of a binary of the pinned version: the set-up's, else one on PATH that says the pinned
 * version. Looked up once per process. Throws E_PACKAGE_MISSING when there is none.
 */
export function serverBinary(name: ServerName | ToolName): Promise<string> {
  let path = found.get(name);
  if (path === undefined) {
    path = lookUp(name);
    found.set(name, path);
    // A set-up may run later in the life of this process; only a success is kept.
    path.catch(() => found.delete(name));
  }
  return path;
}

async function lookUp(name: ServerName | ToolName): Promise<string> {
  const path = await findProgram(name, { checkout: CHECKOUT });
  if (path !== undefined) return path;
  const version = await pinnedVersion(name, CHECKOUT);
  const folder = serversFolder(CHECKOUT, process.env, PROGRAMS[name].folder);
  throw new FleetError(
    'E_PACKAGE_MISSING',
    `${name} ${version} is neither in ${folder} nor on PATH`,
    { hint: `run "npm run setup" in ${CHECKOUT}` },
  );
}
