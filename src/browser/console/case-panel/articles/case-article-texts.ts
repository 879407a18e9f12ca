import { defineTexts } from '../../i18n/texts.js';

export const useCaseArticleTexts = defineTexts(
  {
    write: '写成文章',
    writeHint: '把这次的问答写成一篇帮助文章，客户信息会先去掉。',
    propose: '建议写成文章',
    proposeHint: '告诉主管：这个问题值得写一篇帮助文章。',
  },
  {
    write: 'Write an article',
    writeHint: 'Make a help article of this case; what tells who the customer is comes out first.',
    propose: 'Propose an article',
    proposeHint: 'Tell the supervisors that this question is worth an article.',
  },
);
