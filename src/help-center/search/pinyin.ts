import { isHan } from '../../platform/search/index.js';
import { inSlices } from './slices.js';
import { emptyWords, isEmptyWord, meanings } from './vocabulary.js';

/** Beyond this a run of letters is no sentence that somebody typed. */
const LONGEST_LETTERS = 60;
/** One or two initials stand for too many words. */
const FEWEST_INITIALS = 3;
/** Letters of the longest word. */
const LONGEST_WORD = 30;

type PinyinPro = typeof import('pinyin-pro');

/** How much it says that these letters stand for a word: common words rather than rare ones; undefined: it is none to this reader. */
type Weigh = (word: string) => number | undefined;

/** Words by the letters that they are typed with. */
interface Reading {
  spelled: Map<string, string[]>;
  initials: Map<string, string[]>;
}

/**
 * Reads what people type who have no Chinese input at hand: `tixian shibai`, `ti xian`, `txsb`. Knows the words of our vocabulary and
 * of the articles. What it needs (27 MB) is loaded by the first question that looks like it; from then on new words are
 * learnt one by one.
 */
export class PinyinReader {
  private reading: Promise<Reading> | undefined;
  private readonly waiting: string[] = [];

  /** A word that the articles have from now on. One that they no longer have stays, and is read no more. */
  learn(word: string): void {
    this.waiting.push(word);
  }

  /**
   * The query with its pinyin in characters; what cannot be read whole stays as it is.
   * @param isWord whether this is a word of English that an article or the vocabulary has
   * @param timesOf how often titles and keywords that the reader may see have this word
   */
  async read(query: string, isWord: (word: string) => boolean, timesOf: (word: string) => number): Promise<string> {
    const stretches = query.match(LETTERS) ?? [];
    if (!stretches.some((stretch) => mayBePinyin(stretch, isWord))) return query;
    const reading = await this.upToDate();
    const weigh: Weigh = (word) => {
      if (isEmptyWord(word)) return 0;
      const times = timesOf(word);
      return ours.has(word) ? 1 + often(times) : times > 0 ? often(times) : undefined;
    };
    return query.replace(LETTERS, (stretch) =>
      mayBePinyin(stretch, isWord) ? (inCharacters(stretch, reading, weigh) ?? stretch) : stretch,
    );
  }

  private async upToDate(): Promise<Reading> {
    const { pinyin } = await import('pinyin-pro');
    this.reading ??= beginReading(pinyin);
    const reading = await this.reading;
    await inSlices(this.waiting.splice(0), (word) => put(reading, word, pinyin));
    return reading;
  }
}

const LETTERS = /[a-z]+(?:[ '’]+[a-z]+)*/gi;
const lettersOf = (stretch: string): string[] => stretch.toLowerCase().split(/[^a-z]+/);

/** Short words are English as well as syllables; a longer English one says that this is no pinyin. */
function mayBePinyin(stretch: string, isWord: (word: string) => boolean): boolean {
  const words = lettersOf(stretch);
  const length = words.reduce((sum, word) => sum + word.length, 0);
  if (length < FEWEST_INITIALS || length > LONGEST_LETTERS) return false;
  return words.some((word) => !isWord(word)) && !words.some((word) => word.length > 3 && isWord(word));
}

function inCharacters(stretch: string, { spelled, initials }: Reading, weigh: Weigh): string | undefined {
  const letters = lettersOf(stretch).join('');
  const words = cover(letters, spelled, weigh);
  if (words?.some((word) => word.length > 1)) return words.join('');
  // `zzz` is a key held down.
  if (/[aeiouv]/.test(letters.replace(/^[ae]/, '')) || /(.)\1\1/.test(letters)) return undefined;
  return cover(letters, initials, weigh)?.join('');
}

/** The words that cover these letters from end to end: as few as can be, and of as few the likeliest. */
function cover(letters: string, known: ReadonlyMap<string, readonly string[]>, weigh: Weigh): string[] | undefined {
  const best: ({ score: number; words: string[] } | undefined)[] = [{ score: 0, words: [] }];
  for (let end = 1; end <= letters.length; end++) {
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
      const before = best[from];
      const candidates = before && known.get(letters.slice(from, end));
      if (!candidates) continue;
      let [word, weight] = ['', Number.NEGATIVE_INFINITY];
      for (const candidate of candidates) {
        const weighed = weigh(candidate);
        if (weighed !== undefined && weighed > weight) [word, weight] = [candidate, weighed];
      }
      if (!word) continue;
      const score = before.score + weight - 10;
      const other = best[end];
      if (!other || score > other.score) best[end] = { score, words: [...before.words, word] };
    }
  }
  return best[letters.length]?.words;
}

/** The words that every desk knows. */
async function beginReading(pinyin: PinyinPro['pinyin']): Promise<Reading> {
  const reading: Reading = { spelled: new Map(), initials: new Map() };
  await inSlices([...emptyWords.filter(isHan), ...ours], (word) => put(reading, word, pinyin));
  return reading;
}

function put({ spelled, initials }: Reading, word: string, pinyin: PinyinPro['pinyin']): void {
  const add = (into: Map<string, string[]>, letters: string) => {
    const words = into.get(letters);
    if (!words) into.set(letters, [word]);
    else if (!words.includes(word)) words.push(word);
  };
  // A character alone has several readings; in a word, the one that fits.
  const alone = word.length === 1;
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true, multiple: alone });
  for (const letters of alone ? syllables : [syllables.join('')]) add(spelled, letters);
  if (!alone) add(initials, syllables.map((syllable) => syllable.charAt(0)).join(''));
}

const HAN_ONLY = /^\p{Script=Han}+$/u;
const ours = new Set(meanings.flatMap(({ phrases }) => phrases.filter((phrase) => HAN_ONLY.test(phrase))));
const often = (times: number): number => Math.min(5, Math.log2(1 + times));
