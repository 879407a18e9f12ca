import { type APIRequestContext, expect, test } from '@playwright/test';
import { flaws } from '../support/accessibility.js';
import { withdrawCases } from '../support/console-page.js';
import { ADMIN, staffRequests } from '../support/staff-session.js';
import { Agent, insist, Merchant } from './actors.js';

const RUN = Date.now().toString(36);

/** Publishes an article as an administrator does, without the editor's screens. */
async function publish(
  admin: APIRequestContext,
  article: { slug: string; title: string; visibility: string; body: string },
) {
  const call = async (method: 'post' | 'put', path: string, data: object) => {
    const response = await admin[method](`/api/articles${path}`, { data });
    expect(response.ok(), await response.text()).toBe(true);
    return await response.json();
  };
  const { slug, title, visibility, body: bodyMarkdown } = article;
  const made = await call('post', '', { slug, category: 'earnings', locale: 'zh-CN', title });
  const words = { title, excerpt: '只为这次测试', bodyMarkdown, keywords: [`直播基金${RUN}`, '直播基金'] };
  const content = { ...made.content, visibility, words: { 'zh-CN': words } };
  const kept = await call('put', `/${made.id}/draft`, { version: made.version, content });
  await call('post', `/${made.id}/publications`, { version: kept.version });
}

test('an agent reads beside the case, sends what this customer may read, and they open it in the chat', async ({
  browser,
}) => {
  const title = `直播基金${RUN}怎么领`;
  const admin = await staffRequests(ADMIN);
  await publish(admin, {
    slug: `fund-${RUN}`,
    title,
    visibility: 'customers',
    body: '## 条件\n\n开播满 30 天。[到账时间](/help/zh-CN/articles/payout-delay)',
  });
  await publish(admin, {
    slug: `fund-inside-${RUN}`,
    title: `直播基金${RUN}审核口径`,
    visibility: 'staff',
    body: '内部标准。',
  });
  await admin.dispose();

  const chen = await Agent.signIn(browser, 'chen@porchlight.example');
  await chen.become('在线');
  const merchant = await Merchant.signIn(browser, '林晓', 'zh-CN');
  const { widget } = merchant;
  await merchant.openWidget('打开在线客服');
  await widget.getByRole('button', { name: '联系客服' }).click();
  await merchant.say(`直播基金${RUN}怎么领`);
  const answer = widget.locator('.entry .list').getByRole('link', { name: title });
  await expect(answer).toBeVisible();
  const counted = merchant.page.waitForRequest(/\/widget\/articles\/.*place=bot/);
  await answer.click();
  await counted;
  await expect(widget.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(widget.getByText('登录客户可见')).toBeVisible();
  await widget.locator('.reader').getByRole('button', { name: '返回' }).click();
  const card = widget.getByRole('region', { name: /^工单号/ });
  await insist(
    () => widget.getByRole('button', { name: '转人工' }).first().click(),
    () => expect(card).toBeVisible({ timeout: 8_000 }),
  );
  const number = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0] ?? '';

  await chen.openCase(number);
  const inside = chen.panel.getByRole('region', { name: '仅供您参考，这位客户看不到' });
  await expect(inside).toContainText('仅员工');
  await expect(inside.getByRole('button', { name: /插入/ })).toHaveCount(0);
  await inside.getByRole('link', { name: `阅读《直播基金${RUN}审核口径》` }).click();
  const drawer = chen.page.getByRole('dialog', { name: '帮助文章' });
  await expect(drawer).toContainText('内部标准。');
  await expect(drawer.getByRole('button', { name: '插入链接到回复' })).toHaveCount(0);
  await drawer.getByRole('button', { name: /关闭|Close/ }).click();

  await chen.panel.getByRole('link', { name: `阅读《${title}》` }).click();
  await expect(drawer).toContainText('开播满 30 天');
  expect(await flaws(chen.page, { within: '.ant-drawer' })).toEqual([]);
  await drawer.getByRole('link', { name: '到账时间' }).click();
  await expect(drawer.getByRole('heading', { name: '订单货款没有到账怎么办' })).toBeVisible();
  await drawer.getByRole('button', { name: '上一篇' }).click();
  await drawer.getByRole('button', { name: '插入链接到回复' }).click();
  await drawer.getByRole('button', { name: /关闭|Close/ }).click();
  const composer = chen.page.getByRole('region', { name: '撰写' }).getByRole('textbox');
  await expect(composer).toHaveValue(new RegExp(`${title}\\n.*/help/zh-CN/articles/fund-${RUN}`));
  await composer.press('Enter');

  const draft = widget.getByRole('textbox', { name: '输入消息' });
  await draft.fill('我先看一下');
  await widget.getByRole('link', { name: new RegExp(`articles/fund-${RUN}`) }).click();
  await expect(widget.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await merchant.page.keyboard.press('Escape');
  await expect(draft).toHaveValue('我先看一下');
  await withdrawCases(number);
  await chen.leave();
});
