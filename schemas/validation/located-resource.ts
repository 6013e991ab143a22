/**
 * A resource together with the place it was read from, so that every later check can point at the
 * very value it objects to. A resource of the store has no place: it is located as file `stored`.
 */
import type { Resource } from '../resources/resource.ts';
import type { Edit, Location } from './problem.ts';

/** Keys and list positions from the document's root: `['spec', 'ports', 0]`. */
export type Path = readonly (string | number)[];

export interface LocatedResource<R extends Resource = Resource> {
  readonly resource: R;
  /** Where the value at `path` stands; the nearest existing ancestor when there is none. */
  locate(path: Path): Location;
  /** The change of the text that the fix means at `path`; undefined where it cannot be made. */
  edit?(path: Path, fix: Fix): Edit | undefined;
}

/** What to do at a path to mend it; `text` is YAML that can stand in a list or a map. */
export type Fix =
  | {
      readonly description: string;
      /** The value, in the quotes it has; the key; the value without its quotes. */
      readonly do: 'replace' | 'rename' | 'unquote';
      readonly text: string;
    }
  | {
      readonly description: string;
      readonly do: 'insert';
      /** The map that gets the key. */
      readonly into: Path;
      readonly key: string;
      readonly text: string;
    };

/** What `file` says of a problem in a resource that the store holds and no file touches. */
export const STORED_FILE = 'stored';

const STORED: Location = { file: STORED_FILE, line: 0, column: 0 };

/** A resource of the store, or one made by a program. */
export function storedResource(resource: Resource): LocatedResource {
  return { resource, locate: () => STORED };
}

/** `spec.ports[0]`; '' for the root. */
export function pathText(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('');
}
