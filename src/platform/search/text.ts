/**
 * Traditional characters that merchants of Hong Kong and Taiwan type in our subjects, and the simplified ones we write.
 * Pairs, not a full conversion: a character that is missing here only costs that one word.
 */
const TRADITIONAL_PAIRS =
  '帳账號号碼码單单貨货錢钱現现結结銀银賬账訂订費费題题問问錯错誤误過过還还沒没麼么為为時时間间後后來来' +
  '開开關关閉闭鎖锁凍冻訴诉處处罰罚審审視视頻频圖图傳传斷断線线網网絡络廣广業业務务員员經经營营發发' +
  '機机電电話话驗验證证綁绑換换這这個个們们嗎吗請请幫帮聯联繫系場场權权舉举報报偽伪態态標标準准與与' +
  '實实際际額额減减補补貼贴資资產产無无體体遲迟轉转達达買买賣卖讓让應应該该點点擊击顯显極极戶户簡简';

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL_PAIRS.length; i += 2) {
  SIMPLIFIED.set(TRADITIONAL_PAIRS.charAt(i), TRADITIONAL_PAIRS.charAt(i + 1));
}

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[\p{Letter}\p{Number}]+(?:['’+][\p{Letter}\p{Number}]+)*/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One spelling for what reads the same: full-width to half-width, lower case, common traditional characters to simplified. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFKC').toLowerCase()) folded += SIMPLIFIED.get(character) ?? character;
  return folded;
}

export const isHan = (text: string): boolean => HAN.test(text);

/** Runs of one script in folded text: a stretch of Chinese, or one word of letters and digits. */
export function runs(folded: string): string[] {
  return (folded.match(RUNS) ?? []).map((run) => run.replace(/['’]/g, ''));
}

/** Words of folded text, Chinese cut by the dictionary of ICU. */
export function words(folded: string): string[] {
  return runs(folded).flatMap((run) =>
    isHan(run) ? [...segmenter.segment(run)].map(({ segment }) => segment) : [run],
  );
}

/**
 * Terms to index and to look up: English words, and of Chinese every two neighbouring characters, because a dictionary
 * cuts 提现 into 提 and 现 and nobody searches for one character.
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const run of runs(fold(text))) {
    const characters = [...run];
    if (!isHan(run) || characters.length === 1) found.push(run);
    else for (let i = 0; i + 1 < characters.length; i++) found.push(`${characters[i]}${characters[i + 1]}`);
  }
  return found;
}

/** Whether two words differ by at most `limit` inserted, dropped, changed or swapped letters. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return false;
    beforeLast = last;
    last = row;
  }
  return (last[b.length] ?? limit + 1) <= limit;
}
