/** The mapping table has every word that the parsers know, and the manual is that table. */
import { expect, it } from 'vitest';
import { FLAVOURS } from '../../dialects/flavour.ts';
import { commandRow, OPTION_ROWS } from '../../dialects/import/command-words.ts';
import { mappingPage } from '../../dialects/import/mapping-page.ts';
import { REFUSED_OPTIONS } from '../../dialects/import/refused-options.ts';
import { rowOf } from '../../dialects/import/words.ts';
import { optionsOf } from '../../dialects/ipvsadm/flavour-options.ts';
import { keywordsOf } from '../../dialects/keepalived/flavour-keywords.ts';

/** Blocks that are refused or ignored as a whole: their words are not looked at one by one. */
const WHOLE =
  'garp_group vrrp_script vrrp_track_file track_file vrrp_track_process SSL bfd_instance ' +
  'tunnel_group tunnel_entry';

it.each(FLAVOURS)('every keyword of keepalived of %s has a row', (flavour) => {
  const table = keywordsOf(flavour);
  const missing: string[] = [];
  const visit = (block: string, seen: ReadonlySet<string>) => {
    for (const [word] of table.wordsOf(block) ?? []) {
      if (rowOf(block, word) === undefined) missing.push(`${block}/${word}`);
      if (!seen.has(word) && !WHOLE.split(' ').includes(word))
        visit(word, new Set([...seen, word]));
    }
  };
  visit('ROOT', new Set());
  expect([...new Set(missing)]).toEqual([]);
});

it.each(FLAVOURS)('every command and option of ipvsadm of %s has a row', (flavour) => {
  const options = new Set(OPTION_ROWS.flatMap(({ words }) => words.split(' ')));
  const missing = [...optionsOf(flavour).byName.values()].filter(({ name, isCommand }) =>
    isCommand ? commandRow(name) === undefined : !options.has(name) && !(name in REFUSED_OPTIONS),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('docs/import-mapping.md is the table that the importer goes by', async () => {
  const page = new URL('../../docs/import-mapping.md', import.meta.url).pathname;
  await expect(mappingPage()).toMatchFileSnapshot(page);
});
