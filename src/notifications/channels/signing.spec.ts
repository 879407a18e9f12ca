import { execFileSync } from 'node:child_process';
import { requestOf } from './signing.js';
import { verdictOf } from './verdict.js';

const NOW = new Date('2026-11-20T10:00:00.123Z');
const message = { id: 'n1', text: 'PL-7K3-M2Q9 首次响应已超时', details: { number: 'PL-7K3-M2Q9' } };
const openssl = (key: string, input: string) =>
  execFileSync('openssl', ['dgst', '-sha256', '-hmac', key, '-binary'], { input }).toString('base64');

describe('a signature is what openssl makes by the vendor’s recipe', () => {
  it('Feishu: seconds; the text to sign is the key, and nothing is signed', () => {
    const { url, body } = requestOf(
      { kind: 'feishu', url: 'https://open.feishu.cn/hook/1', secret: 's3cret' },
      message,
      NOW,
    );
    expect(url).toBe('https://open.feishu.cn/hook/1');
    expect(JSON.parse(body)).toEqual({
      timestamp: '1795168800',
      sign: openssl('1795168800\ns3cret', ''),
      msg_type: 'text',
      content: { text: message.text },
    });
  });

  it('DingTalk: milliseconds, in the address', () => {
    const { url, body } = requestOf(
      { kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=t', secret: 'SEC1' },
      message,
      NOW,
    );
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toEqual({
      access_token: 't',
      timestamp: '1795168800123',
      sign: openssl('SEC1', '1795168800123\nSEC1'),
    });
    expect(url).not.toMatch(/sign=[^&]*[+/]/);
    expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: message.text } });
  });

  it('WeCom: the key stands in the address', () => {
    const { url, body } = requestOf(
      { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/x?key=k', secret: undefined },
      message,
      NOW,
    );
    expect(url).toBe('https://qyapi.weixin.qq.com/x?key=k');
    expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: message.text } });
  });

  it('a provider: Standard Webhooks', () => {
    const { body, headers } = requestOf({ kind: 'sms', url: 'https://sms.example', secret: 'k' }, message, NOW);
    expect(JSON.parse(body)).toEqual({ kind: 'sms', text: message.text, number: 'PL-7K3-M2Q9' });
    expect(headers['webhook-signature']).toBe(`v1,${openssl('k', `n1.1795168800.${body}`)}`);
  });

  it('none where there is no secret', () => {
    const sent = (kind: 'feishu' | 'dingtalk') =>
      requestOf({ kind, url: 'https://x.example/?a=b', secret: undefined }, message, NOW);
    expect(JSON.parse(sent('feishu').body)).not.toHaveProperty('sign');
    expect(sent('dingtalk').url).toBe('https://x.example/?a=b');
  });
});

describe('an answer', () => {
  it.each([
    ['feishu', 200, '{"code":0,"msg":"success"}', 'sent'],
    ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
    [
      'feishu',
      200,
      '{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}',
      'final',
    ],
    ['feishu', 200, '{"code":11232,"msg":"frequency limited"}', 'later'],
    ['dingtalk', 200, '{"errcode":0,"errmsg":"ok"}', 'sent'],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', 'final'],
    ['dingtalk', 200, '{"errcode":130101,"errmsg":"send too fast"}', 'later'],
    ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', 'final'],
    ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', 'later'],
    ['wecom', 200, '<html>a login page</html>', 'final'],
    ['wecom', 200, 'null', 'final'],
    ['sms', 202, '', 'sent'],
    ['phone', 404, 'nothing here', 'final'],
    ['phone', 429, '', 'later'],
    ['sms', 503, 'down', 'later'],
  ] as const)('of %s, %i %s means %s', (kind, status, body, outcome) => {
    expect(verdictOf(kind, { status, body }).outcome).toBe(outcome);
  });

  it('is cut', () => {
    expect(verdictOf('sms', { status: 500, body: 'x'.repeat(9_000) }).answer).toHaveLength(300);
  });
});
