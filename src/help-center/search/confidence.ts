import type { Locale } from '../../contract/index.js';
import { runs } from '../../platform/search/index.js';
import { analyse, correctSpelling, type Unit } from './analyse.js';
import type { ArticleDocument } from './article-search.js';

/** How much it says that a unit stands there. */
const FIELD_STRENGTH = { title: 1, keywords: 0.92, excerpt: 0.75, body: 0.4 };
/** Weight of a word that no article knows: it speaks against every answer, but one stray word must not drown the rest. */
const UNKNOWN_WEIGHT = 1.2;
/** So much weight must be matched before a hit can be fully sure: one common word alone is a topic, not a question. */
const ENOUGH_EVIDENCE = 2.4;
/** A word outside our vocabulary is weaker evidence than a meaning we know. */
const PLAIN_WORD_EVIDENCE = 0.6;

interface Known {
  document: ArticleDocument;
  strengths: Map<Unit, number>;
}

/**
 * How surely an article answers a question: the share of the question's meaning that the article covers, each unit
 * weighed by how rare it is among all articles. The same for every engine, so that the bot needs one threshold.
 */
export class Confidence {
  private readonly known = new Map<string, Map<Locale, Known>>();
  private readonly frequencies = new Map<Unit, number>();
  private readonly spellings = new Map<string, number>();
  private count = 0;

  add(document: ArticleDocument): void {
    this.drop(document.articleId, document.locale);
    const strengths = strengthsOf(document);
    const locales = this.known.get(document.articleId) ?? new Map<Locale, Known>();
    this.known.set(document.articleId, locales.set(document.locale, { document, strengths }));
    this.tally(document, strengths, 1);
  }

  remove(articleId: string): void {
    for (const locale of [...(this.known.get(articleId)?.keys() ?? [])]) this.drop(articleId, locale);
  }

  /** The query with mistyped words put right. */
  correct(query: string): string {
    return correctSpelling(query, this.spellings);
  }

  /** Whether any article knows this unit. */
  isKnown(unit: Unit): boolean {
    return (this.frequencies.get(unit) ?? 0) > 0.001;
  }

  /** All documents, for an engine that has lost its own. */
  documents(): ArticleDocument[] {
    return [...this.known.values()].flatMap((locales) => [...locales.values()].map(({ document }) => document));
  }

  /** The article in this language, else in another; nothing when it is gone. */
  document(articleId: string, locale: Locale): ArticleDocument | undefined {
    const locales = this.known.get(articleId);
    return (locales?.get(locale) ?? locales?.values().next().value)?.document;
  }

  /** 0..1 for one article, over all its languages. */
  score(question: ReadonlySet<Unit>, articleId: string): number {
    const weights = [...question].map((unit) => ({ unit, weight: this.weight(unit) }));
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return 0;
    let best = 0;
    for (const { strengths } of this.known.get(articleId)?.values() ?? []) {
      let matched = 0;
      let evidence = 0;
      for (const { unit, weight } of weights) {
        const match = weight * (strengths.get(unit) ?? 0);
        matched += match;
        evidence += match * (unit.startsWith('§') ? 1 : PLAIN_WORD_EVIDENCE);
      }
      best = Math.max(best, (matched / total) * Math.min(1, evidence / ENOUGH_EVIDENCE));
    }
    return best;
  }

  private weight(unit: Unit): number {
    if (!this.isKnown(unit)) return UNKNOWN_WEIGHT;
    return Math.log(1 + this.count / ((this.frequencies.get(unit) ?? 0) + 1));
  }

  private drop(articleId: string, locale: Locale): void {
    const locales = this.known.get(articleId);
    const old = locales?.get(locale);
    if (!locales || !old) return;
    locales.delete(locale);
    if (locales.size === 0) this.known.delete(articleId);
    this.tally(old.document, old.strengths, -1);
  }

  private tally(document: ArticleDocument, strengths: Map<Unit, number>, sign: 1 | -1): void {
    this.count += sign;
    for (const [unit, strength] of strengths) {
      this.frequencies.set(unit, (this.frequencies.get(unit) ?? 0) + sign * strength);
    }
    for (const run of new Set(runs(`${document.title} ${document.keywords.join(' ')}`.toLowerCase()))) {
      const times = (this.spellings.get(run) ?? 0) + sign;
      if (times > 0) this.spellings.set(run, times);
      else this.spellings.delete(run);
    }
  }
}

function strengthsOf(document: ArticleDocument): Map<Unit, number> {
  const strengths = new Map<Unit, number>();
  const fields: [string, number][] = [
    [document.body, FIELD_STRENGTH.body],
    [document.excerpt, FIELD_STRENGTH.excerpt],
    [document.keywords.join(' , '), FIELD_STRENGTH.keywords],
    [document.title, FIELD_STRENGTH.title],
  ];
  for (const [text, strength] of fields) for (const unit of analyse(text)) strengths.set(unit, strength);
  return strengths;
}
