import { COEFFICIENTS, probabilityOf, type Signs, signsOf } from '../../src/bot/answers/confidence.js';
import type { Asked } from './asked.js';

const KEYS = Object.keys(COEFFICIENTS) as (keyof Signs)[];
/** Holds what is rare in the set to small weights. */
const RIDGE = 0.3;
const STEPS = 30;

/** Logistic regression by Newton's method, on the first article of each question: as the search orders them, then as it does itself. */
export function regressed(asked: readonly Asked[]): Signs {
  const searched = regress(asked.flatMap((one) => firstOf(one, ({ confidence }) => confidence)));
  return regress(asked.flatMap((one) => firstOf(one, (_, signs) => probabilityOf(signs, searched))));
}

interface Sample {
  signs: Signs;
  answers: boolean;
}

function firstOf({ question, hits }: Asked, worth: (hit: Asked['hits'][number], signs: Signs) => number): Sample[] {
  const [first] = hits
    .map((hit) => ({ hit, signs: signsOf(hit, question.text) }))
    .map((one) => ({ ...one, worth: worth(one.hit, one.signs) }))
    .sort((one, other) => other.worth - one.worth);
  return first ? [{ signs: first.signs, answers: question.slugs.includes(first.hit.article.articleId) }] : [];
}

function regress(samples: readonly Sample[]): Signs {
  let weights = Object.fromEntries(KEYS.map((key) => [key, 0])) as Signs;
  for (let step = 0; step < STEPS; step++) {
    const slope = KEYS.map((key) => (key === 'constant' ? 0 : -RIDGE * weights[key]));
    const curve = KEYS.map((row) => KEYS.map((column) => (row === column && row !== 'constant' ? RIDGE : 0)));
    for (const { signs, answers } of samples) {
      const probability = probabilityOf(signs, weights);
      KEYS.forEach((row, r) => {
        slope[r] = (slope[r] as number) + ((answers ? 1 : 0) - probability) * signs[row];
        const line = curve[r] as number[];
        KEYS.forEach((column, c) => {
          line[c] = (line[c] as number) + probability * (1 - probability) * signs[row] * signs[column];
        });
      });
    }
    const change = solve(curve, slope);
    weights = Object.fromEntries(KEYS.map((key, index) => [key, weights[key] + (change[index] as number)])) as Signs;
  }
  return weights;
}

/** Gauss and Jordan, with pivots. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.reduce(
      (best, row, index) =>
        index >= at && Math.abs(row[at] as number) > Math.abs(rows[best]?.[at] as number) ? index : best,
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const line = rows[at] as number[];
    rows.forEach((row, index) => {
      if (index === at) return;
      const factor = (row[at] as number) / (line[at] as number);
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] as number) - factor * (line[column] as number);
    });
  }
  return rows.map((row, index) => (row.at(-1) as number) / (row[index] as number));
}
