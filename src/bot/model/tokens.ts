/**
 * About how many tokens a text is, rather too many than too few: a Chinese character is one or less, of other writing three
 * characters are one or less.
 */
export function estimateTokens(text: string): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.ceil(han + (text.length - han) / 3);
}
