/** Fields and their values as people write them, from the JSON texts of the API. */

/** A text that YAML, too, would read as itself. */
const BARE = /^[\w./@%+*-][\w./@%+*:-]*$/;
const WORDS_OF_YAML: readonly string[] = ['true', 'false', 'null', 'yes', 'no', 'on', 'off'];

/** `"wrr"` -> `wrr`, `{"address":"10.0.0.1","port":80}` -> `{address: 10.0.0.1, port: 80}`. */
export function valueText(json: string): string {
  return textOf(JSON.parse(json));
}

/** What nobody wrote and nothing follows from: an empty list, an empty map. */
export function isEmptyValue(json: string | undefined): boolean {
  return json === '[]' || json === '{}';
}

/** Nearly all fields are of the spec, so that is not said; an item may be known by its whole value. */
export function fieldText(path: string): string {
  const name = path.replace(/^spec\./, '');
  return name.replace(/\[(\{".*\})\]/, (_, json: string) => `[${valueText(json)}]`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return isBare(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const fields = Object.entries(value).map(([key, one]) => `${key}: ${textOf(one)}`);
  return `{${fields.join(', ')}}`;
}

function isBare(text: string): boolean {
  const isWord = WORDS_OF_YAML.includes(text.toLowerCase());
  return BARE.test(text) && !isWord && Number.isNaN(Number(text)) && !text.endsWith(':');
}
