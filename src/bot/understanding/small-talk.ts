import { isHan } from '../../platform/search/index.js';

/** What a message is when it is nothing else. Patterns are tried on folded text with all but letters taken out. */
const READABLE = /[\p{Letter}\p{Number}]/u;
const NO_LETTERS = /[^\p{Letter}\p{Number}']+/gu;
/** A courtesy that is longer says more than that. */
const LONGEST = 60;

const NAME = '(?:亲|亲爱的|老师|各位|小助手|机器人|客官|there|team|all|everyone|support|sir|madam)';
const FILLER = '(?:的|了|啊|呀|哦|哈|呢|吧|啦|哟|喔|好|very much|so much|a lot|again|you)';
const nothingBut = (...words: string[]) => new RegExp(`^(?:(?:${words.join('|')}|${NAME}|${FILLER})\\s?){1,8}$`, 'u');

const HELLO =
  '你好|您好|你们好|在吗|在么|在不在|在嘛|哈喽|哈啰|嗨|喂|早上好|早安|早|上午好|中午好|下午好|晚上好|晚安|hello+|hi+|hey+|hiya|good (?:morning|afternoon|evening|day)|greetings|are you there|你好呀|嘿';
const THANKS =
  '谢谢|谢啦|谢了|多谢|感谢|感恩|辛苦|非常感谢|太感谢|谢|3q|thx|ty|thanks?|thank you|cheers|much appreciated|appreciate it|thanks a lot|你|您|你们|很好|太|非常';
const GOODBYE =
  '再见|拜拜|拜|88|886|bye+|goodbye|see you|see ya|good night|cya|下次见|先这样|没事了|没别的事|没有了|没了|that is all|nothing else';
const HELPED =
  '(?:问题)?(?:已经?|都)?解决|好了|可以了|搞定|弄好|明白|懂了?|知道|清楚|会了|成功|有帮助|有用|行了|没问题|ok|okay|solved|fixed|it works?|works? now|working now|that helped|helpful|got it|perfect|great|understood|i see|all good|yes|对|是的|嗯+(?!嗯)|谢谢|thanks?|thank you|now|it|你|您|太感谢|感谢';
const DONE =
  /解决|好了|可以了|搞定|弄好|明白|懂|知道|清楚|会了|成功|有帮助|有用|行了|solved|fixed|work|help|got it|perfect|understood|all good/;
const NOT_HELPED =
  /^(?:这|这个|那|还是|依然|根本|完全|都|也|真的|试了|看了|看过了|按你说的|我|真|一点|丝毫|压根|文章|答案)*(?:没有?(?:什么|啥|任何)?(?:帮助|用|解决|效果|作用)|没帮助|不是这个(?:问题|意思)?|不是我要的|不对|不行|没用|不管用|无效|不懂|看不懂|不符合|答非所问|解决不了|不能解决|不解决|没解决|不好使|不成功)(?:的|了|啊|呀|呢|吧|都)*$|^(?:it |that |this |still |sorry |no |nope |i tried |tried it |but )*(?:(?:did ?n'?t|does ?n'?t|is ?n'?t|was ?n'?t|did not|does not|is not|was not|not) (?:really )?(?:help(?:ful|ed)?|work(?:ing)?|solved?|fixed|right|it|what i (?:asked|need|meant|want))|no help|useless answer|wrong answer|not solved|still not working|still broken)(?: (?:me|it|my problem|at all|either|for me|that))*$/u;

/** That there is something, and not a word of what. */
const VAGUE =
  /^(?:(?:我们?|你好|您好|请问|这边|这里|现在|又|好像|有点|想要?|需要|遇到|碰到|出现|发生|出|有|一?个|一?些|点|了|问题|问一?下|事情?|状况|情况|麻烦|求助|帮忙|帮帮?我|咨询|请教|怎么办|咋办|怎么回事|咋回事|急|啊|呢|吗|的|一下|i'?m?|we|have|having|had|got|an?|some|there'?s?|is|my|please|pls|can|could|you|need|want|to|ask|me|hello|hi|hey|with|something'?s?|went|goes|going|wrong|problems?|issues?|questions?|trouble|help|assistance|what|do|should|how|now)\s?){1,12}$/u;
const SAYS_VAGUELY =
  /问题|问一?下|求助|帮忙|帮帮?我|咨询|请教|出事|有事|情况|状况|麻烦|怎么办|咋办|怎么回事|咋回事|help|assistance|problem|issue|question|trouble|wrong/;

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'nothing_to_read' | 'vague';

const lettersOf = (folded: string): string => folded.replace(NO_LETTERS, ' ').trim();

const ONLY = {
  greeting: nothingBut(HELLO),
  goodbye: nothingBut(GOODBYE, THANKS),
  thanks: nothingBut(THANKS, HELLO),
  helped: nothingBut(HELPED),
  vague: VAGUE,
};
const SAYS = {
  greeting: new RegExp(`^(?:${HELLO})|\\s(?:${HELLO})`, 'u'),
  goodbye: new RegExp(GOODBYE, 'u'),
  thanks: /谢|感|辛苦|thx|\bty\b|thank|cheers|apprec|3q/,
  vague: SAYS_VAGUELY,
};

/** @param folded see `fold` */
export function smallTalkOf(folded: string): SmallTalk | undefined {
  if (!READABLE.test(folded)) return 'nothing_to_read';
  const letters = lettersOf(folded);
  if (letters.length > LONGEST) return undefined;
  return (['greeting', 'goodbye', 'thanks', 'vague'] as const).find(
    (kind) => ONLY[kind].test(letters) && SAYS[kind].test(letters),
  );
}

/** Nothing but what came of the last answer. @param folded see `fold` */
export function verdictOf(folded: string): 'helped' | 'not_helped' | undefined {
  const letters = lettersOf(folded);
  if (letters === '' || letters.length > LONGEST) return undefined;
  if (NOT_HELPED.test(isHan(letters) ? letters.replaceAll(' ', '') : letters)) return 'not_helped';
  return ONLY.helped.test(letters) && DONE.test(letters) ? 'helped' : undefined;
}
