/** Names of resources out of foreign words: the same words give the same names, always. */
import { NAME_LENGTH_MAX } from '../../schemas/limits.ts';

/** The nearest name to the text; `fallback` when nothing of it can stand in a name. */
export function nameFrom(text: string, fallback: string): string {
  const name = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? fallback : name;
}

/** Gives out each name once; who comes later gets a number behind it. */
export class NameBook {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `-${number}`;
      const name = wanted.slice(0, NAME_LENGTH_MAX - suffix.length) + suffix;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}
