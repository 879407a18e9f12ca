import { TEXTS } from './texts.js';

/** The widget asks the host for a fresh token now and then: one is good for five minutes. */
const TOKEN_REFRESH_MILLISECONDS = 4 * 60 * 1000;
const PAGES = ['orders', 'settlements', 'live', 'account'];

const root = document.getElementById('shop');
let state = { me: undefined, locale: localStorage.getItem('locale') ?? undefined, notice: undefined };
let identified;

const texts = () => TEXTS[locale()];
const locale = () =>
  state.locale ?? state.me?.merchant?.locale ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
const currentPage = () => PAGES.find((page) => location.hash === `#/${page}`) ?? 'orders';

/** An element; texts are set as text, never as HTML. */
function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

async function identify() {
  const answer = await fetch('/identity-token');
  if (!answer.ok) return;
  const { token } = await answer.json();
  porchlight('identify', { token });
}

async function signIn(merchant) {
  const answer = await fetch('/me', { method: 'POST', body: JSON.stringify({ merchant }) });
  state = { ...state, me: await answer.json(), notice: undefined };
  clearInterval(identified);
  if (!merchant) porchlight('logout');
  await start();
}

async function start() {
  if (state.me.merchant) {
    await identify();
    identified = setInterval(identify, TOKEN_REFRESH_MILLISECONDS);
  }
  porchlight('setLocale', locale());
  render();
}

function setLanguage(next) {
  state.locale = next;
  localStorage.setItem('locale', next);
  porchlight('setLocale', next);
  render();
}

/** A click that goes wrong, as it would on the real site: the desk learns what the merchant saw. */
function fail(action, error) {
  porchlight('trackEvent', { page: `/${currentPage()}`, action, error });
  state.notice = error;
  render();
}

function ask(card) {
  porchlight('open', { category: 'earnings' });
  porchlight('sendCard', { card });
}

function visited() {
  state.notice = undefined;
  porchlight('trackEvent', { page: `/${currentPage()}`, action: 'view' });
  render();
}

function sidebar(t) {
  const link = (page) =>
    h('a', { href: `#/${page}`, 'aria-current': currentPage() === page && 'page', class: `to-${page}` }, t[page]);
  return h(
    'aside',
    {},
    h(
      'a',
      { class: 'brand', href: '#/orders' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }),
      h('b', {}, t.brand),
      h('small', {}, t.product),
    ),
    h('nav', {}, PAGES.map(link)),
    h(
      'div',
      { class: 'help' },
      h('b', {}, t.help),
      h('p', {}, t.helpHint),
      h('button', { type: 'button', onclick: () => porchlight('open', {}) }, t.contact),
    ),
  );
}

function topBar(t) {
  const { me } = state;
  const options = me.merchants.map(({ key, name, shop }) =>
    h('option', { value: key, selected: me.merchant?.key === key }, `${shop} · ${name}`),
  );
  return h(
    'header',
    {},
    h('span', { class: 'demo', title: t.demoHint }, t.demo),
    h(
      'label',
      {},
      h('span', {}, t.switch),
      h(
        'select',
        { onchange: ({ target }) => signIn(target.value || null) },
        options,
        h('option', { value: '', selected: !me.merchant }, t.signedOut),
      ),
    ),
    h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => setLanguage(locale() === 'en' ? 'zh-CN' : 'en') },
      t.language,
    ),
  );
}

function tiles(t) {
  const { orders, settlements, merchant } = state.me;
  const number = (text) => Number(text.replace(/[^\d.]/g, ''));
  const sum = (values) => `¥${values.reduce((total, value) => total + number(value), 0).toFixed(2)}`;
  const under = settlements.filter(({ status }) => status === 'processing').map(({ amount }) => amount);
  const tile = (label, value, tone) =>
    h('div', { class: `tile ${tone ?? ''}` }, h('span', {}, label), h('strong', {}, value));
  return h(
    'section',
    { class: 'tiles' },
    tile(t.today, String(orders.length)),
    tile(t.revenue, sum(orders.map(({ paid }) => paid))),
    tile(t.pending, sum(under), 'warm'),
    tile(t.score, merchant.score),
  );
}

const chip = (status, word) => h('span', { class: `chip ${status}` }, word);

function table(columns, rows) {
  return h(
    'div',
    { class: 'table' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell, at) => h('td', { 'data-label': columns[at] }, cell)),
          ),
        ),
      ),
    ),
  );
}

const VIEWS = {
  orders: (t) =>
    table(
      [t.order, t.item, t.paid, t.buyer, t.placed, t.status, t.action],
      state.me.orders.map(({ id, product, paid, buyer, placed, status, word, card }) => [
        h('code', {}, id),
        product,
        paid,
        buyer,
        placed,
        chip(status, word),
        h('button', { type: 'button', class: 'link', onclick: () => ask(card) }, t.ask),
      ]),
    ),
  settlements: (t) => [
    h('p', {}, h('button', { type: 'button', onclick: () => fail('withdraw', t.withdrawError) }, t.withdraw)),
    table(
      [t.settlement, t.ofOrder, t.amount, t.fee, t.due, t.status],
      state.me.settlements.map(({ id, orderId, amount, fee, due, status, word }) => [
        h('code', {}, id),
        h('code', {}, orderId),
        amount,
        fee,
        due,
        chip(status, word),
      ]),
    ),
  ],
  live: (t) =>
    h(
      'div',
      { class: 'stage' },
      h('span', {}, t.liveHint),
      h('h2', {}, state.me.merchant.liveTitle),
      h('button', { type: 'button', onclick: () => fail('start_live', t.liveError) }, t.goLive),
    ),
  account: (t) => {
    const { name, phone, email, shop, since, deposit, bankAccount } = state.me.merchant;
    const facts = [
      [t.owner, name],
      [t.phone, phone],
      [t.email, email],
      [t.tier, t[shop.tier]],
      [t.industry, shop.industry],
      shop.accountManager && [t.manager, shop.accountManager],
      [t.since, since],
      [t.deposit, deposit],
      [t.bank, bankAccount],
    ].filter(Boolean);
    return h(
      'dl',
      {},
      facts.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
    );
  },
};

function chooser(t) {
  const choice = ({ key, name, shop, tier }) =>
    h(
      'button',
      { type: 'button', class: 'choice', onclick: () => signIn(key) },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, [...shop][0]),
      h('b', {}, shop),
      h('span', {}, `${name} · ${t[tier]}`),
    );
  return h(
    'section',
    { class: 'chooser' },
    h('h1', {}, t.signIn),
    h('p', {}, t.signInHint),
    h('div', { class: 'choices' }, state.me.merchants.map(choice)),
  );
}

function render() {
  const t = texts();
  const { me, notice } = state;
  document.documentElement.lang = locale();
  document.title = `${t.brand} · ${t.product}`;
  const content = me.merchant
    ? [
        h(
          'div',
          { class: 'title' },
          h('h1', {}, t[currentPage()]),
          h(
            'p',
            {},
            me.merchant.shop.name,
            ' ',
            h('span', { class: `tier ${me.merchant.shop.tier}` }, t[me.merchant.shop.tier]),
          ),
        ),
        notice && h('p', { class: 'notice', role: 'alert' }, notice),
        currentPage() === 'orders' && tiles(t),
        VIEWS[currentPage()](t),
      ]
    : [chooser(t)];
  root.replaceChildren(sidebar(t), h('div', { class: 'page' }, topBar(t), h('main', {}, content.flat())));
}

window.addEventListener('hashchange', visited);
state.me = await (await fetch('/me')).json();
await start();
visited();
