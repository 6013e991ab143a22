/**
 * `npm run setup`: makes a fresh Debian with Node 20 and npm ready for the demo and the tests. It
 * looks at what is there and does only what is missing, so a second run costs milliseconds, and
 * it may be killed at any time and run again. Plain JavaScript without dependencies, since it runs
 * before there is anything else.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CHECKOUT, serversFolder } from './cache.mjs';
import {
  installDebianPackages,
  isPolicyLeft,
  missingDebianPackages,
  removeOwnPolicy,
} from './debian-packages.mjs';
import { withLock } from './lock.mjs';
import { installNpmPackages, missingNpmPackages } from './npm-packages.mjs';
import { Progress } from './progress.mjs';
import { SERVER_NAMES, TOOL_NAMES } from './server-pins.mjs';
import { buildPrograms, missingPrograms } from './servers-build.mjs';
import { SetupError } from './setup-error.mjs';
import { Step } from './step.mjs';

const HELP = `usage: npm run setup [-- --check | --help]

Makes this checkout ready: npm packages, Debian packages, and the servers (etcd, nats-server,
temporal) and etcd's tools (etcdctl, etcdutl) built into a cache outside the checkout. Does only
what is missing.

  --check   change nothing; say what is missing; exit 1 if something is
  --quiet   say nothing when nothing is missing
  --help    this text

environment: SLUICE_CACHE   the cache; else $XDG_CACHE_HOME/sluice, else ~/.cache/sluice
exit codes:  0 ready, 1 a step failed (or --check: something is missing), 64 wrong usage,
             69 the machine lacks something that the set-up may not provide
`;

const NODE_MAJOR_MIN = 20;
const EXIT_USAGE = 64;

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} lock name of the lock that is held while it is mended
 * @property {() => Promise<string[]>} missing
 * @property {(step: Step) => Promise<void>} mend called with the lock held
 */

/** @param {NodeJS.ProcessEnv} env @returns {Part[]} */
function parts(env) {
  const where = { checkout: CHECKOUT, env };
  return [
    {
      name: 'npm packages',
      lock: `npm-${createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 16)}`,
      missing: () => missingNpmPackages(where),
      mend: installNpmPackages,
    },
    {
      name: 'Debian packages',
      lock: 'debian',
      missing: async () => [
        ...(await missingDebianPackages(where)),
        ...((await isPolicyLeft()) ? ['the removal of a left-over policy-rc.d'] : []),
      ],
      mend: async (step) => {
        const packages = await missingDebianPackages(where);
        if (packages.length > 0) await installDebianPackages(step, packages);
        await removeOwnPolicy();
      },
    },
    built('servers', SERVER_NAMES, env),
    built('etcd tools', TOOL_NAMES, env),
  ];
}

/**
 * One lock for all that Go builds here: the second finds what the first has fetched.
 * @param {string} name
 * @param {readonly import('./server-pins.mjs').ProgramName[]} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {Part}
 */
function built(name, names, env) {
  const missing = () => missingPrograms(names, { checkout: CHECKOUT, env });
  return {
    name,
    lock: `servers-${basename(serversFolder(CHECKOUT, env))}`,
    missing,
    mend: async (step) => {
      const [first, ...rest] = await missing();
      if (first !== undefined) await buildPrograms(step, [first, ...rest]);
    },
  };
}

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const progress = new Progress();
  const flags = new Set(args);
  if (flags.has('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const unknown = args.filter((arg) => !['--check', '--quiet'].includes(arg));
  if (unknown.length > 0) {
    process.stderr.write(`set-up: unknown argument ${unknown.join(' ')}\n${HELP}`);
    return EXIT_USAGE;
  }
  if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR_MIN) {
    progress.say(`Node ${process.versions.node} is too old, ${NODE_MAJOR_MIN} or newer is needed`);
    return EXIT_USAGE;
  }
  const assessed = await Promise.all(
    parts(process.env).map(async (part) => ({ part, missing: await part.missing() })),
  );
  const open = assessed.filter(({ missing }) => missing.length > 0);
  for (const { part, missing } of open) {
    progress.say(`${part.name}: missing ${missing.join(', ')}`);
  }
  if (open.length === 0 && !flags.has('--quiet')) progress.say('everything is in place');
  if (flags.has('--check')) return open.length === 0 ? 0 : 1;
  return mendAll(
    open.map(({ part }) => part),
    progress,
  );
}

/**
 * Mends the parts side by side; a failure of one does not stop the others, whose work is kept.
 * @param {readonly Part[]} open @param {Progress} progress
 */
async function mendAll(open, progress) {
  const abort = new AbortController();
  let signalCode = 0;
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])) {
    process.once(signal, () => {
      signalCode = code;
      progress.say(`${signal}: ending; what is done is kept, run it again to go on`);
      abort.abort(new SetupError(`ended by ${signal}`, { mend: 'run it again' }));
    });
  }
  const results = await Promise.allSettled(
    open.map((part) => mendOne(part, progress, abort.signal)),
  );
  if (signalCode !== 0) return signalCode;
  let exitCode = 0;
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    exitCode = Math.max(exitCode, showFailure(open[index]?.name ?? '', result.reason, progress));
  }
  return exitCode;
}

/** @param {Part} part @param {Progress} progress @param {AbortSignal} signal */
async function mendOne(part, progress, signal) {
  progress.started(part.name);
  const report = (/** @type {string} */ line) => progress.line(part.name, line);
  try {
    await withLock(part.lock, { env: process.env, signal, report }, async () => {
      // Another set-up may have done it while we waited.
      if ((await part.missing()).length === 0) return;
      const step = new Step(part.name, { checkout: CHECKOUT, env: process.env, signal, report });
      try {
        await part.mend(step);
      } finally {
        await step.close();
      }
    });
    const left = await part.missing();
    if (left.length > 0) {
      throw new SetupError(`still missing after all steps: ${left.join(', ')}`, {
        mend: 'see the log in the cache, and whether PATH has folders that hide what is installed',
      });
    }
    progress.ended(part.name, 'ready');
  } catch (error) {
    progress.ended(part.name, 'failed');
    throw error;
  }
}

/** @param {string} name @param {unknown} error @param {Progress} progress */
function showFailure(name, error, progress) {
  if (!(error instanceof SetupError)) {
    progress.say(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  }
  progress.say(`${name}: ${error.message}`);
  if (error.tail) process.stderr.write(`${error.tail.replace(/^/gm, '    ')}\n`);
  progress.say(`  to mend it: ${error.mend}`);
  if (error.logFile) progress.say(`  the whole log: ${error.logFile}`);
  return error.exitCode;
}

process.exitCode = await main(process.argv.slice(2));
