import type { Locale } from '../contract/index.js';

/** What the bot says around the articles. It promises nothing and never stands between the customer and a person. */
export const REPLIES: Record<'sure' | 'unsure' | 'nothing' | 'handing_over' | 'glad', Record<Locale, string>> = {
  sure: {
    'zh-CN': '这篇帮助文章应该能解答您的问题：',
    en: 'This help article should answer your question:',
  },
  unsure: {
    'zh-CN': '我不太确定，下面的文章可能有帮助。如果不是您要找的，可以直接转人工。',
    en: 'I am not sure. These articles may help; if not, you can ask for a person.',
  },
  nothing: {
    'zh-CN': '我没有找到能解答这个问题的文章。您可以补充一些细节，或直接转人工。',
    en: 'I found no article that answers this. Add some detail, or ask for a person.',
  },
  handing_over: { 'zh-CN': '好的，马上为您转接人工客服。', en: 'Of course. I am passing you on to a person.' },
  glad: {
    'zh-CN': '很高兴能帮到您！还有问题可以随时在这里留言。',
    en: 'Glad that helped! Write here any time if there is more.',
  },
};
