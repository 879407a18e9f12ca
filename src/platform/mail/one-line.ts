/** The same as one line: whatever could begin another header is a blank. @param maximum characters */
export function oneLine(text: string, maximum: number): string {
  return [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()].slice(0, maximum).join('');
}
