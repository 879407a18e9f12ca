import { fittingSteps } from './fitting-steps.js';

const part = (heading: string, ...steps: string[]) => ({ heading, steps });
const WITHDRAWAL = {
  title: '提现失败怎么办',
  parts: [
    part('看失败原因'),
    part('提现按钮是灰色的', '余额是否不足 10 元', '是否修改过密码'),
    part('什么时候该找我们'),
  ],
};
const CARD = {
  title: '绑定或更换收款银行卡',
  parts: [part('绑定前先确认'), part('绑定步骤', '打开资金', '填卡号'), part('更换银行卡')],
};

describe('the steps that are told in answer to a question', () => {
  it('are none when the only list is about something else', () => {
    expect(fittingSteps(WITHDRAWAL, '提现失败怎么办')).toEqual({ steps: [] });
    expect(fittingSteps(CARD, '怎么更换银行卡')).toEqual({ steps: [] });
    expect(fittingSteps({ title: '提现', parts: [] }, '提现')).toEqual({ steps: [] });
    expect(fittingSteps({ title: '货款没到', parts: [part('什么时候该找我们', '超过三天')] }, '货款没到')).toEqual({
      steps: [],
    });
  });

  it('are those of the first part where none is asked for, unless one is that has no list', () => {
    const password = {
      title: '忘记密码，怎么找回',
      parts: [part('手机号还在用', '点「忘记密码」'), part('手机号不能用了'), part('子账号忘了密码')],
    };
    expect(fittingSteps(password, '密码是啥一点印象都没有了')).toEqual({
      steps: ['点「忘记密码」'],
      heading: '手机号还在用',
    });
    expect(fittingSteps(password, '子账号的密码忘了').steps).toEqual([]);
    const statement = { title: '怎么导出账单给财务对账', parts: [part('导出', '选日期'), part('对账')] };
    expect(fittingSteps(statement, '对账单在哪导出').steps).toEqual(['选日期']);
    const sound = { title: '没声音、有杂音', parts: [part('没声音'), part('声音和嘴对不上', '加延迟')] };
    expect(fittingSteps(sound, '麦克风没声音').steps).toEqual([]);
  });

  it('are those of the part that is asked for, by its heading or by what they say', () => {
    const grey = { steps: ['余额是否不足 10 元', '是否修改过密码'], heading: '提现按钮是灰色的' };
    expect(fittingSteps(WITHDRAWAL, '提现按钮是灰色的点不了')).toEqual(grey);
    expect(fittingSteps(WITHDRAWAL, '修改密码以后提现失败')).toEqual(grey);
    expect(fittingSteps(CARD, '怎么绑定收款卡')).toEqual({ steps: ['打开资金', '填卡号'], heading: '绑定步骤' });
    const two = { title: '手机发烫', parts: [part('正在播', '降低亮度'), part('闪退', '更新应用')] };
    expect(fittingSteps(two, '手机闪退').steps).toEqual(['更新应用']);
  });

  it('are those below a heading that names nothing of its own, or below none', () => {
    const article = { title: '怎么关店', parts: [part('关店前要清掉的'), part('申请', '打开店铺')] };
    expect(fittingSteps(article, '怎么关店')).toEqual({ steps: ['打开店铺'], heading: '申请' });
    expect(fittingSteps({ title: '怎么关店', parts: [part('', '打开店铺')] }, '怎么关店')).toEqual({
      steps: ['打开店铺'],
    });
    const stolen = {
      title: 'My account was stolen',
      parts: [part('Now, in this order', 'Freeze'), part('Lift the freeze')],
    };
    expect(fittingSteps(stolen, 'my account is hacked').steps).toEqual(['Freeze']);
  });
});
