/** Looks into the director's kernel: is the weight that was set last really in force there? */
import type { Lab } from '../../lab/lab-api.ts';
import { benchService, DIRECTOR, slotsOf } from './fleet.ts';
import type { LastChange } from './measure.ts';

/** nft reads the whole table before it answers: seconds with 10,000 services. */
const NFT_TIMEOUT_MS = 60_000;

/**
 * The service's element of the listener map names its chain; the chain's rule takes turns among as
 * many slots as the weights add up to.
 * @throws Error when the kernel holds anything else
 */
export async function checkKernel(lab: Lab, { service, weight }: LastChange): Promise<string> {
  const { name, vip, port } = benchService(service);
  const element = `{ ${vip} . tcp . ${port} }`;
  const listed = await nft(lab, ['get', 'element', 'inet', 'sluice', 'svc4', element]);
  const chain = /goto (s\d+)/.exec(listed)?.[1];
  if (chain === undefined) throw new Error(`the kernel has no listener of ${name}`);
  const rules = await nft(lab, ['list', 'chain', 'inet', 'sluice', chain]);
  const slots = Number(/numgen inc mod (\d+)/.exec(rules)?.[1]);
  if (slots !== slotsOf(weight)) {
    throw new Error(`${name}: ${slots} slots in the kernel, weight ${weight} makes others`);
  }
  return `${name} has weight ${weight} in the kernel: ${slots} slots in chain ${chain}`;
}

async function nft(lab: Lab, args: readonly string[]): Promise<string> {
  const options = { timeoutMs: NFT_TIMEOUT_MS };
  const { code, stdout, stderr } = await lab.exec(DIRECTOR, ['nft', ...args], options);
  if (code === 0) return stdout;
  throw new Error(`nft ${args.join(' ')}: ${stderr}`);
}
