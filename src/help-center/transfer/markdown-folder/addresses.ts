/** `](address` of a link or picture, with what stands before it, and the address of a reference `[x]: address`. */
const ADDRESS = /(!?)(\[(?:[^\][\n]|\[[^\][\n]*\])*\]\(\s*<?)([^\s<>()]+)|^( {0,3}\[[^\]\n]+\]:[ \t]*<?)([^\s<>]+)/gm;

/**
 * The same text with other addresses. Everything else of it stays as it is, to the letter.
 * @param change what to write instead; undefined: leave it
 */
export function mapAddresses(
  markdown: string,
  change: (address: string, isPicture: boolean) => string | undefined,
): string {
  return markdown.replace(
    ADDRESS,
    (whole, mark: string | undefined, before: string | undefined, address: string | undefined, label, target) => {
      if (address !== undefined) {
        const changed = change(address, mark === '!');
        return changed === undefined ? whole : `${mark}${before}${changed}`;
      }
      const changed = change(target, /\.(?:png|jpe?g|gif|webp|svg|bmp|avif)$/i.test(target));
      return changed === undefined ? whole : `${label}${changed}`;
    },
  );
}
