import { isHan } from '../../platform/search/index.js';
import { asMeant, clausesOf, unquoted } from './clauses.js';
import { asksInEnglish } from './wants-person.en.js';
import { asksInChinese } from './wants-person.zh.js';

/**
 * Whether somebody asks for a person, politely or not, in either language. Asking is enough: they are handed over without
 * another question. What is denied (不用转人工了), quoted or told of others does not ask.
 */
export function wantsPerson(body: string): boolean {
  return clausesOf(unquoted(asMeant(body))).some(
    (clause) => (isHan(clause) && asksInChinese(clause)) || asksInEnglish(clause),
  );
}
