/**
 * Reads what an older version wrote: one step from each version to the next, applied to the
 * message as it came from the wire, before the schema sees it. A step is written once, when
 * SCHEMA_VERSION is raised, and never changed after that: events are kept for ever.
 */

/** A message as plain fields, absent ones left out. */
export type Plain = Record<string, unknown>;

/** From the version that it stands under to the next. `type` is the type in the frame. */
export type Migration = (type: string, wire: Plain) => Plain;

export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Every field that version 2 brought is optional on the wire, and absence means what version 1
  // meant by having no such field; the schemas fill it in.
  1: (_, wire) => wire,
};

/** The message in the words of the newest version. @throws when a step is missing */
export function migrate(
  type: string,
  wire: Plain,
  from: number,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): Plain {
  const newest = Math.max(...Object.keys(migrations).map(Number)) + 1;
  let migrated = wire;
  for (let version = from; version < newest; version += 1) {
    const step = migrations[version];
    if (step === undefined) throw new Error(`no way from version ${version} to the next`);
    migrated = step(type, migrated);
  }
  return migrated;
}
