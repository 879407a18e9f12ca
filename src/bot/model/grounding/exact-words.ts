/** Words of Latin letters, digits and signs that must stand in the source as they are: links, addresses, names of settings, codes. */
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'，。；！？、）】」]{1,500}/gi;
const DOMAIN = /(?<![\w@.-])(?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}(?:\/[^\s<>"'，。；！？、）】」]{0,300})?(?![\w-])/gi;
const MAIL = /[\w.+-]{1,64}@[\w.-]{1,200}/g;
/** As telephones and accounts are written. */
const LONG_NUMBER = /\d[\d -]{5,30}\d/g;
/** Letters and digits in one word. */
const CODE = /(?<![\w-])(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[A-Za-z])[\w-]{2,60}(?![\w-])/g;

/** What of it no source may lack. */
export function exactWordsOf(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [LINK, DOMAIN, MAIL, LONG_NUMBER, CODE].flatMap((pattern) => plain.match(pattern) ?? []).map(asWritten);
}

export const holdsWord = (source: string, word: string): boolean => asWritten(source).includes(word);

/** In one spelling; a number is the same however its groups are set apart. */
const asWritten = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[ -](?=\d)/g, '')
    .replace(/[.,:;]+$/, '');
