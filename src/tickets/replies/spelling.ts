import { pinyin } from 'pinyin-pro';

/** How a title is typed by who does not open the input method: `退款 P0` is `tuikuanp0`, and `tkp0` by first letters. */
export function spellingOf(title: string): { pinyin: string; initials: string } {
  return spelled(title, 'off');
}

/** The same of a person: 曾 is Zeng where it is a surname. */
export function spellingOfName(name: string): { pinyin: string; initials: string } {
  return spelled(name, 'head');
}

function spelled(text: string, surname: 'off' | 'head'): { pinyin: string; initials: string } {
  const parts = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname }).map(plain);
  const chinese = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true, surname }).map(plain);
  const spoken = new Set(chinese);
  return {
    pinyin: parts.join(''),
    initials: parts.map((part) => (spoken.has(part) ? part.slice(0, 1) : part)).join(''),
  };
}

const plain = (part: string) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
