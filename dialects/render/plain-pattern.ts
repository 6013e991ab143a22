/** A regular expression that finds the text and nothing else (PCRE, without extended syntax). */
export function plainPattern(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
