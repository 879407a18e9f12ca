/** A number with what it counts, as `3 hour`; without a known unit the number alone. */
export type Figure = string;

const TEN_THOUSAND = 'ten thousand';
/** What is the same has one name. The longer ones first. */
const UNITS: readonly (readonly [written: RegExp, name: string])[] = [
  [/^个?(?:工作日|交易日)|^(?:working|business) days?/i, 'working day'],
  [/^个?自然日|^[天日](?!期)|^days?\b/i, 'day'],
  [/^个?(?:小时|钟头)|^hours?\b|^hrs?\b|^h\b/i, 'hour'],
  [/^分钟|^minutes?\b|^mins?\b/i, 'minute'],
  [/^秒钟?|^seconds?\b|^secs?\b/i, 'second'],
  [/^个?(?:星期|礼拜)|^周|^weeks?\b/i, 'week'],
  [/^个?月|^months?\b/i, 'month'],
  [/^年|^years?\b/i, 'year'],
  [/^万(?:元|块)|^万/, TEN_THOUSAND],
  [/^元|^块|^人民币|^yuan\b|^rmb\b|^cny\b/i, 'yuan'],
  [/^[%％]|^percent\b|^个百分点/i, 'percent'],
  [/^次|^times?\b/i, 'time'],
  [/^笔/, 'payment'],
  [/^倍/, 'fold'],
  [/^位数?|^digits?\b/i, 'digit'],
  [/^(?:kbps|mbps|gb|mb|kb|fps|px)\b/i, 'technical'],
];
const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS: Record<string, number> = {
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const HAN_DIGITS = '零一二三四五六七八九';
const HAN_PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };

/**
 * What a text says in figures: numbers in digits, and those in words that stand before a unit (三天, three days).
 * The same in another writing is the same.
 */
export function figuresOf(text: string): Figure[] {
  const plain = text.normalize('NFKC');
  return [...digitsOf(plain), ...hanOf(plain), ...wordsOf(plain)];
}

function* digitsOf(text: string): Iterable<Figure> {
  for (const found of text.matchAll(/\d+(?:[.,:/]\d+)*/g)) {
    const behind = text.slice(found.index + found[0].length).trimStart();
    const unit = unitOf(behind) ?? (/[¥$€]\s?$/.test(text.slice(0, found.index)) ? 'yuan' : undefined);
    yield figure(found[0].replace(/,(?=\d{3})/g, '').replace(/\.0+$/, ''), unit);
  }
}

/** 三天, 二十四小时, 半年; without a unit behind it 一 is a word like any other. */
function* hanOf(text: string): Iterable<Figure> {
  for (const found of text.matchAll(/[零一二两三四五六七八九十百千半]+/g)) {
    const unit = unitOf(text.slice(found.index + found[0].length).trimStart());
    // 一次, 一笔 and 一年 are said of anything.
    if (!unit || (found[0] === '一' && ['time', 'payment', 'fold'].includes(unit))) continue;
    yield figure(String(hanNumber(found[0])), unit);
  }
}

function* wordsOf(text: string): Iterable<Figure> {
  const pattern = new RegExp(`\\b(${[...WORDS, ...Object.keys(TENS)].join('|')})[ -]`, 'gi');
  for (const found of text.matchAll(pattern)) {
    const unit = unitOf(text.slice(found.index + found[0].length).trimStart());
    const word = (found[1] ?? '').toLowerCase();
    if (unit && !(word === 'one' && unit === 'time')) yield figure(String(TENS[word] ?? WORDS.indexOf(word) + 1), unit);
  }
}

function hanNumber(text: string): number {
  if (text === '半') return 0.5;
  let sum = 0;
  let digit = 0;
  for (const character of text.replaceAll('两', '二')) {
    const place = HAN_PLACES[character];
    if (place === undefined) digit = Math.max(0, HAN_DIGITS.indexOf(character));
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum + digit;
}

const unitOf = (behind: string): string | undefined => UNITS.find(([written]) => written.test(behind))?.[1];
function figure(number: string, unit: string | undefined): Figure {
  // 5 万 is 50,000, of whatever.
  if (unit === TEN_THOUSAND)
    return /^\d+(?:\.\d+)?$/.test(number) ? String(Math.round(Number(number) * 10_000)) : number;
  return unit ? `${number} ${unit}` : number;
}
