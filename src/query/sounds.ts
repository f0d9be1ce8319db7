/** Chinese names by their sound, as readers type them: initials or pinyin, whole or begun. */

/**
 * Whether letters spell the beginning of a name: each syllable whole or by its first letters.
 *
 * `sound` is pinyin without tones, syllables apart (`soundOf` of search-source.ts).
 *
 * @example
 * soundsLike("mei zhou shi", "mz") // true, as are "meizhou", "mzhou" and "meiz"
 */
export function soundsLike(sound: string, letters: string): boolean {
  return spells(sound.split(" "), 0, letters, 0);
}

/** The same, beginning with any syllable of the name. */
export function soundsWithin(sound: string, letters: string): boolean {
  const syllables = sound.split(" ");
  return syllables.some((_, i) => spells(syllables, i, letters, 0));
}

function spells(syllables: readonly string[], i: number, letters: string, from: number): boolean {
  if (from === letters.length) return true;
  const syllable = syllables[i] ?? "";
  let common = 0;
  while (common < syllable.length && syllable[common] === letters[from + common]) common++;
  // The longest first; fewer letters where what follows is the next syllable: “xian” may be xi an.
  for (let length = common; length > 0; length--) {
    if (spells(syllables, i + 1, letters, from + length)) return true;
  }
  return false;
}
