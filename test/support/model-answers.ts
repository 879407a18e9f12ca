/** What a model that does as it is told makes of what it is given: it extracts, and cites. */
export interface AskedOf {
  messages: readonly { role: string; content: string }[];
}

const within = (text: string, tag: string): string | undefined =>
  new RegExp(`<${tag}(?: [^>]*)?>\\n?([\\s\\S]*?)\\n?</${tag}>`).exec(text)?.[1];

const pairs = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[a-z]{3,}|\p{Script=Han}{2,}/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      /[a-z]/.test(word) ? [word] : [...word].slice(1).map((second, at) => `${[...word][at]}${second}`),
    ),
  );
};

const sentencesOf = (text: string): string[] =>
  text
    .match(/[^。！？!?\n]+?(?:[。！？!?]|\.(?=\s|$)|\n|$)/g)
    ?.map((one) => one.trim())
    .filter(Boolean) ?? [];

/** The sentence of the passages that shares most with the question and those behind it, each with its number. */
export function grounded(user: string, most = 3): string {
  const question = pairs(within(user, 'question') ?? '');
  const passages = [...user.matchAll(/<passage n="(\d+)"[^>]*>\n?([\s\S]*?)\n?<\/passage>/g)];
  const scored = passages.flatMap(([, n, body = '']) =>
    sentencesOf(body).map((sentence) => {
      const shared = [...pairs(sentence)].filter((pair) => question.has(pair)).length;
      return { n: n ?? '', sentence, shared };
    }),
  );
  const best = scored.toSorted((a, b) => b.shared - a.shared)[0];
  if (!best || best.shared < 2) return 'CANNOT_ANSWER';
  const from = scored.indexOf(best);
  const chosen = scored.slice(from, from + most).filter(({ n }) => n === best.n);
  return chosen.map(({ n, sentence }) => `${sentence.replace(/([。！？!?.])?$/, `[${n}]$1`)}`).join(' ');
}

export function wellBehaved({ messages }: AskedOf): string {
  const user = messages.at(-1)?.content ?? '';
  const system = messages[0]?.content ?? '';
  if (user.includes('<passages>')) return grounded(user);
  const draft = within(user, 'draft');
  if (draft !== undefined) return /friendlier/.test(system) ? `您好，${draft}` : draft;
  const text = within(user, 'text');
  if (text !== undefined) {
    const kept = text.match(/⟦[^⟧]+⟧|\d+/g) ?? [];
    return /into English/.test(system)
      ? ['This is what it says in English', ...kept].join(' ')
      : ['这是它的中文意思', ...kept].join(' ');
  }
  return sentencesOf(within(user, 'conversation') ?? '')
    .slice(0, 2)
    .join(' ');
}
