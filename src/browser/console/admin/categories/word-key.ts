/** A key of English words that nobody has yet: `order_number`. */
export function wordKey(words: string, taken: readonly string[], fallback: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 34);
  const stem = plain || fallback;
  for (let number = 1; ; number += 1) {
    const key = number === 1 && plain ? stem : `${stem}_${number}`;
    if (!taken.includes(key)) return key;
  }
}
