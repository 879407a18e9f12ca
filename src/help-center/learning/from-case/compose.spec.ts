import { composeArticle } from './compose.js';

describe('an article out of what was said', () => {
  it('has the question, the answer and the steps', () => {
    const said = [
      { by: 'customer' as const, text: '货款没到账\n\n怎么办' },
      { by: 'staff' as const, text: '请先看结算单。\n1、打开账单\n2. 点申诉' },
      { by: 'customer' as const, text: '好的' },
      { by: 'staff' as const, text: '③ 上传凭证' },
    ];
    expect(composeArticle(said, 'zh-CN')).toBe(
      '## 问题\n\n货款没到账\n\n怎么办\n\n好的\n\n## 解答\n\n请先看结算单。\n\n## 步骤\n\n::: steps\n1. 打开账单\n2. 点申诉\n3. 上传凭证\n:::',
    );
  });

  it('has the same shape in English, and no heading over nothing', () => {
    expect(composeArticle([{ by: 'staff', text: 'Step 1: open the bill\nThat is all.' }], 'en')).toBe(
      '## The answer\n\nThat is all.\n\n## Steps\n\n::: steps\n1. open the bill\n:::',
    );
    expect(composeArticle([], 'en')).toBe('');
  });

  it('is not Markdown by accident', () => {
    const text = '# 标题\n![x](javascript:1)\n::: steps\n<b>a_b*c</b>\n- 1';
    expect(composeArticle([{ by: 'customer', text }], 'en')).toBe(
      '## The question\n\n\\# 标题\n\n!\\[x\\](javascript:1)\n\n\\::: steps\n\n\\<b\\>a_b\\*c\\</b\\>\n\n\\- 1',
    );
  });
});
