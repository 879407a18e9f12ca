import {
  ARTICLE_VISIBILITIES,
  type ArticleCategory,
  type ArticleVisibility,
  LOCALES,
  type Locale,
} from '../../contract/index.js';
import { fold, isHan, runs, words } from '../../platform/search/index.js';
import { analyse, type Unit } from './analyse.js';
import type { ArticleDocument } from './article-search.js';
import { Beginnings } from './beginnings.js';
import { PinyinReader } from './pinyin.js';
import { FIELDS, type Frequencies, frequencyIn, noFrequencies, type Posting, Postings, TITLE } from './postings.js';
import { ScoreBoard } from './scores.js';
import { Spelling } from './spelling.js';

type Visible = readonly ArticleVisibility[];

/** What every language of an article has in common. */
export interface Card {
  category: ArticleCategory;
  visibility: ArticleVisibility;
  locales: Locale[];
}

/** Every article has so many places, one for each language. */
export const PLACES = LOCALES.length;

/**
 * All published articles in this process: their texts, and which units stand in them. What ranks, marks and counts for
 * every engine lives by it, and the built-in search by nothing else.
 */
export class Library {
  /** By place: an article's number times the languages, plus the language. */
  private readonly texts: (ArticleDocument | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly freeNumbers: number[] = [];
  private readonly postings = new Postings();
  private readonly beginnings = new Beginnings();
  private readonly spelling = new Spelling();
  private readonly chinese = new Map<string, Frequencies>();
  private readonly pinyin = new PinyinReader();
  private readonly cards: (Card | undefined)[] = [];
  private readonly texted: Frequencies = noFrequencies();
  /** For whoever ranks. */
  readonly scores = new ScoreBoard(this);
  /** By place: how many units the title has. */
  private readonly inTitle: number[] = [];

  /** How many texts there are: articles times their languages. */
  get size(): number {
    return this.sizeFor(ARTICLE_VISIBILITIES);
  }

  /** How many of the texts are for these readers. */
  sizeFor(visible: Visible): number {
    return frequencyIn(this.texted, visible);
  }

  /** Articles have numbers below this; not each of them is taken. */
  get articles(): number {
    return this.texts.length / PLACES;
  }

  add(document: ArticleDocument): void {
    const number = this.numbers.get(document.articleId) ?? this.freeNumbers.pop() ?? this.articles;
    this.numbers.set(document.articleId, number);
    const place = number * PLACES + LOCALES.indexOf(document.locale);
    this.drop(place);
    while (this.texts.length < (number + 1) * PLACES) this.texts.push(undefined);
    this.texts[place] = document;
    this.texted[document.visibility] += 1;
    const { category, visibility } = document;
    this.cards[number] = { category, visibility, locales: this.languages(number).map(({ locale }) => locale) };
    this.inTitle[place] = 0;
    for (const [unit, field] of fieldsOf(document)) {
      if (field === TITLE) this.inTitle[place] += 1;
      if (this.postings.add(unit, place, field, document.visibility)) this.beginnings.add(unit);
    }
    this.countWords(document, 1);
  }

  remove(articleId: string): void {
    const number = this.numbers.get(articleId);
    if (number === undefined) return;
    for (let language = 0; language < PLACES; language++) this.drop(number * PLACES + language);
    this.cards[number] = undefined;
    this.numbers.delete(articleId);
    this.freeNumbers.push(number);
  }

  /** How many texts there are for each circle of readers. */
  counts(): Map<ArticleVisibility, number> {
    return new Map(ARTICLE_VISIBILITIES.map((visibility) => [visibility, this.texted[visibility]]));
  }

  numberOf(articleId: string): number | undefined {
    return this.numbers.get(articleId);
  }

  /** Undefined when there is no article of that number. */
  card(number: number): Card | undefined {
    return this.cards[number];
  }

  /** The article in each of its languages; nothing when there is none of that number. */
  languages(number: number): ArticleDocument[] {
    return this.texts.slice(number * PLACES, (number + 1) * PLACES).filter((text) => text !== undefined);
  }

  /** How many units the title at this place has, 1 at least. */
  titleUnits(place: number): number {
    return this.inTitle[place] || 1;
  }

  /** Where a unit stands; undefined when no article that these may read knows it. */
  posting(unit: Unit, visible: Visible): Posting | undefined {
    const posting = this.postings.of(unit);
    return posting && frequencyIn(posting.frequencies, visible) > 0 ? posting : undefined;
  }

  /** Units that some article for these readers has and that begin like this, the commonest first. */
  beginningWith(letters: string, limit: number, visible: Visible): Unit[] {
    const often = (unit: Unit) => frequencyIn(this.postings.of(unit)?.frequencies ?? noFrequencies(), visible);
    return this.beginnings
      .of(letters)
      .filter((unit) => often(unit) > 0)
      .sort((a, b) => often(b) - often(a))
      .slice(0, limit);
  }

  /** The query with its pinyin in characters and mistyped words put right, by the words that these readers may see. */
  async correct(query: string, visible: Visible): Promise<string> {
    const isWord = (word: string) => this.spelling.isWord(word, visible) || this.posting(word, visible) !== undefined;
    const timesOf = (word: string) => frequencyIn(this.chinese.get(word) ?? noFrequencies(), visible);
    return this.spelling.correct(await this.pinyin.read(query, isWord, timesOf), visible);
  }

  private drop(place: number): void {
    const document = this.texts[place];
    if (!document) return;
    this.texts[place] = undefined;
    this.texted[document.visibility] -= 1;
    for (const [unit, field] of fieldsOf(document)) {
      if (this.postings.remove(unit, place, field, document.visibility)) this.beginnings.remove(unit);
    }
    this.countWords(document, -1);
  }

  private countWords({ title, keywords, visibility }: ArticleDocument, change: 1 | -1): void {
    const headings = fold(`${title} ${keywords.join(' ')}`);
    for (const run of new Set(runs(headings))) if (!isHan(run)) this.spelling.count(run, change, visibility);
    for (const word of words(headings)) {
      if (!isHan(word) || word.length < 2) continue;
      const times = this.chinese.get(word) ?? noFrequencies();
      times[visibility] += change;
      if (frequencyIn(times, ARTICLE_VISIBILITIES) > 0) this.chinese.set(word, times);
      else this.chinese.delete(word);
      if (change > 0 && frequencyIn(times, ARTICLE_VISIBILITIES) === 1) this.pinyin.learn(word);
    }
  }
}

/** Each unit of a text with the strongest field that it stands in. */
function fieldsOf(document: ArticleDocument): Map<Unit, number> {
  const fields = new Map<Unit, number>();
  for (const [field, name] of FIELDS.entries()) {
    const text = document[name];
    const pairs = new Set<Unit>();
    for (const unit of analyse(typeof text === 'string' ? text : text.join(' , '), pairs)) fields.set(unit, field);
    for (const pair of pairs) fields.set(pair, field);
  }
  return fields;
}
