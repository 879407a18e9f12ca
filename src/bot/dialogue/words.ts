import type { Locale } from '../../contract/index.js';

type Text = Record<Locale, (about: string) => string>;

/** A kind word, and the question that is still open. */
const still = (zh: string, en: string): Text => ({
  'zh-CN': (field) => `${zh}为了让客服更快处理，还想请您告诉我${field}；不方便提供可以说“跳过”，也可以直接说“转人工”。`,
  en: (field) =>
    `${en} So that a person can help faster, could you still tell me: ${field}? Say "skip" if you would rather not, or ask for a person right away.`,
});

/** What the bot says beside articles. It promises nothing and never stands between the customer and a person. */
export const WORDS = {
  sure: {
    'zh-CN': () => '这篇帮助文章应该能解答您的问题：',
    en: () => 'This help article should answer your question:',
  },
  second: {
    'zh-CN': () => '换一个思路，看看这篇是否符合您的情况：',
    en: () => 'Let me try another way. Does this fit your case?',
  },
  unsure: {
    'zh-CN': () => '我不太确定，下面的文章可能有帮助。如果不是您要找的，可以直接转人工。',
    en: () => 'I am not sure. These articles may help; if not, you can ask for a person.',
  },
  nothing: {
    'zh-CN': () => '我没有找到能解答这个问题的文章。您可以补充一些细节，或直接转人工。',
    en: () => 'I found no article that answers this. Add some detail, or ask for a person.',
  },
  cannot_search: {
    'zh-CN': () => '我暂时查不到帮助文章。您可以稍后再问，或直接转人工。',
    en: () => 'I cannot look into the help centre at the moment. Try again later, or ask for a person.',
  },
  handing_over: {
    'zh-CN': () => '好的，为您转接人工客服。',
    en: () => 'Of course. I am passing you on to a person.',
  },
  handing_over_unsure: {
    'zh-CN': () => '这个问题我没能帮上忙，为您转接人工客服，前面的内容会一并转交，不用重复说明。',
    en: () =>
      'I could not help with this. I am passing you on to a person, with all that was said, so there is no need to repeat it.',
  },
  handing_over_upset: {
    'zh-CN': () => '很抱歉让您遇到这样的问题，为您转接人工客服。',
    en: () => 'I am sorry about this. I am passing you on to a person.',
  },
  handing_over_money: {
    'zh-CN': () => '这件事关系到您的资金，为您转接人工客服处理。',
    en: () => 'Your money is at stake here. I am passing you on to a person.',
  },
  handing_over_rule: {
    'zh-CN': () => '这类问题由专人处理，为您转接人工客服。',
    en: () => 'A person takes care of matters like this. I am passing you on.',
  },
  handing_over_filled: {
    'zh-CN': () => '收到，已经记下。为您转接人工客服。',
    en: () => 'Thank you, noted. I am passing you on to a person.',
  },
  handing_over_silent: {
    'zh-CN': (number) =>
      `暂时没有收到您的回复，已先为您转接人工客服，工单号 ${number}。前面的内容已一并转交，想到什么可以随时在这里补充。`,
    en: (number) =>
      `I have not heard from you, so I have passed this on to a person as it is: your case is ${number}. All that was said is with them; add whatever comes to mind right here.`,
  },
  which_category: {
    'zh-CN': () => '为了给您准确的答案：这个问题更接近哪一类？也可以直接补充说明。',
    en: () => 'To answer this well: which of these is it closer to? You can also just tell me more.',
  },
  which_sub_category: {
    'zh-CN': (topic) => `好的，「${topic}」方面的问题。具体是哪一种？也可以直接描述。`,
    en: (topic) => `${topic}, all right. Which of these is it? You can also describe it in your own words.`,
  },
  tell_me_more: {
    'zh-CN': (topic) => `好的，「${topic}」方面的问题。请描述一下您遇到的情况。`,
    en: (topic) => `${topic}, all right. Tell me what happened.`,
  },
  which_field: {
    'zh-CN': (field) => `为了让客服更快处理，请告诉我${field}。不方便提供可以说“跳过”。`,
    en: (field) => `So that a person can help faster: ${field}? Say "skip" if you would rather not.`,
  },
  which_field_first: {
    'zh-CN': (field) =>
      `这个问题我没能帮上忙，将为您转接人工客服。转接前请告诉我${field}，处理会更快；不方便提供可以说“跳过”。`,
    en: (field) =>
      `I could not help with this and will pass you on to a person. One thing first, so that they can help faster: ${field}? Say "skip" if you would rather not.`,
  },
  which_field_again: {
    'zh-CN': (field) => `这看起来不像${field}，能再看一下吗？也可以说“跳过”。`,
    en: (field) => `That does not look right for: ${field}. Could you check it? Or say "skip".`,
  },
  still_field: still('好的。', 'All right.'),
  still_field_thanks: still('不客气！', 'You are welcome!'),
  still_field_wordless: still('别着急，我们会帮您处理。', 'Do not worry, we will look after this.'),
  still_field_received: still('文件已收到，客服可以看到。', 'I have your file; a person can see it.'),
  what_about: {
    'zh-CN': () => '我来帮您看看！是哪方面的问题呢？可以点一下，也可以用一句话说说遇到了什么。',
    en: () => 'Happy to help! What is it about? Tap one of these, or tell me in a sentence what happened.',
  },
  which_input: {
    'zh-CN': (input) => `请告诉我${input}，我来查一下。`,
    en: (input) => `Tell me this and I will look it up: ${input}`,
  },
  which_input_again: {
    'zh-CN': (input) => `这看起来不像${input}，能再看一下吗？也可以直接说您的问题。`,
    en: (input) => `That does not look right for: ${input}. Could you check it? Or just ask something else.`,
  },
  hello: {
    'zh-CN': () => '您好！请问遇到了什么问题？直接描述就可以，也可以随时转人工。',
    en: () => 'Hello! What can I help you with? Just describe it; you can ask for a person at any time.',
  },
  you_are_welcome: {
    'zh-CN': () => '不客气！还有问题可以随时在这里留言。',
    en: () => 'You are welcome! Write here any time if there is more.',
  },
  goodbye: { 'zh-CN': () => '再见，祝您生意兴隆！', en: () => 'Goodbye, and good selling!' },
  nothing_to_read: {
    'zh-CN': () => '我只能看懂文字。请用一句话描述您的问题，或直接转人工。',
    en: () => 'I can only read words. Describe it in a sentence, or ask for a person.',
  },
  received: {
    'zh-CN': () => '文件已收到，我看不了里面的内容，客服可以看到。请用一句话描述您的问题，或直接转人工。',
    en: () => 'I have your file but cannot look into it; a person can. Describe it in a sentence, or ask for a person.',
  },
  glad: {
    'zh-CN': () => '很高兴能帮到您！还有问题可以随时在这里留言。',
    en: () => 'Glad that helped! Write here any time if there is more.',
  },
} satisfies Record<string, Text>;
export type Words = typeof WORDS;

export const wordsOf = (say: keyof Words, locale: Locale, about = ''): string => (WORDS[say] as Text)[locale](about);
