import fc from 'fast-check';
import { passagesOf } from './passages.js';

const stepsIn = (source: string): string[][] =>
  passagesOf(source).parts.flatMap(({ steps }) => (steps.length > 0 ? [steps] : []));

describe('the steps of an article', () => {
  it('are those of its first list of steps, without marks and without what stands below each', () => {
    const source = [
      '1. 先看这里',
      '2. 再看那里',
      '',
      '::: steps',
      '1. 打开 **资金**',
      '   - 手机上在“我的”里',
      '2. 点 [提现](withdrawal)',
      ':::',
      '',
      '1. 别的',
    ].join('\n');
    expect(stepsIn(source)).toEqual([['打开 资金', '点 提现']]);
  });

  it('are its first numbered list where none is marked', () => {
    expect(stepsIn('- 不是\n- 这个\n\n1. 第一\n2. 第二\n\n1) 另一个')).toEqual([['第一', '第二']]);
    expect(stepsIn('只有文字')).toEqual([]);
  });

  it('come with the heading above them, which says what they are for', () => {
    const source =
      '1 段。\n\n## 常见原因\n\n- 超限\n\n## 提现按钮是 **灰色** 的\n\n依次检查：\n\n1. 余额\n2. 收款卡\n\n## 还有\n';
    expect(passagesOf(source).parts).toEqual([
      { heading: '常见原因', steps: [] },
      { heading: '提现按钮是 灰色 的', steps: ['余额', '收款卡'] },
      { heading: '还有', steps: [] },
    ]);
    expect(passagesOf('1. 余额\n\n## 还有').parts[0]).toEqual({ heading: '', steps: ['余额'] });
  });

  it('are its headings where these are numbered', () => {
    const source = '## 第一步：查 **结算**\n\n|a|\n|-|\n\n## Step 2: read it\n\n## 找我们\n\n1. 单号';
    expect(passagesOf(source).parts).toEqual([
      { heading: '', steps: ['查 结算', 'read it'] },
      { heading: '找我们', steps: ['单号'] },
    ]);
    expect(stepsIn('## 第一步：只有一步\n\n文字')).toEqual([]);
  });

  it.each([
    ['15 天内有效，每条可申诉 2 次，[没通过怎么办](a)。', '15 天内有效，每条可申诉 2 次，详见“没通过怎么办”。'],
    ['修改后 [24 小时内不能提现](a)；', '修改后 24 小时内不能提现；'],
    ['见[断流了怎么办](a)。', '见断流了怎么办。'],
    ['Two appeals; [what to do when one is rejected](a).', 'Two appeals; see “what to do when one is rejected”.'],
    ['[提现限额](a)', '详见“提现限额”'],
  ])('read well where nobody can follow a link: %s', (step, words) => expect(stepsIn(`1. ${step}`)).toEqual([[words]]));

  it('are six at most, and short', () => {
    const source = Array.from({ length: 9 }, (_, index) => `${index + 1}. ${'长'.repeat(500)}`).join('\n');
    const [steps] = stepsIn(source);
    expect(steps).toHaveLength(6);
    expect(steps?.[0]).toHaveLength(200);
  });
});

describe('the passages of an article', () => {
  it('have a heading with what stands below it, and cells of a row beside each other', () => {
    const source =
      '开头。\n\n## 原因\n\n| 原因 | 怎么办 |\n|---|---|\n| 超出**限额** | 改天再提 |\n\n## 还有\n\n- 一\n- 二\n';
    expect(passagesOf(source).passages).toEqual(['开头。', '原因\n原因\n怎么办\n超出限额 — 改天再提', '还有\n一\n二']);
  });

  it('are none too long, of any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), (source) => {
        const { parts, passages } = passagesOf(source);
        for (const passage of passages) expect([...passage].length).toBeLessThanOrEqual(1_600);
        for (const { steps } of parts) expect(steps.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
