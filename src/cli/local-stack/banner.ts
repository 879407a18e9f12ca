export interface Links {
  /** Of the desk, without a trailing slash. */
  desk: string;
  /** Of the demo shop; undefined when it does not run. */
  demoShop?: string;
  /** To make the first administrator, while there is nobody. */
  setup?: string;
  logins: readonly { role: string; email: string; password: string }[];
}

/** What a newcomer needs to know, once everything runs. */
export function banner({ desk, demoShop, setup, logins }: Links): string {
  const links: [name: string, url: string | undefined][] = [
    ['演示店铺   Demo shop (open the chat here)', demoShop],
    ['客服工作台 Console', `${desk}/console`],
    ['帮助中心   Help centre', `${desk}/help`],
    ['工单查询   Case status', `${desk}/status`],
    ['接口文档   API docs', `${desk}/api/docs`],
  ];
  const shown = links.filter((link): link is [string, string] => link[1] !== undefined);
  const width = Math.max(...shown.map(([name]) => columns(name)));
  const lines = shown.map(([name, url]) => `  ${name}${' '.repeat(width - columns(name))}   ${url}`);
  const emailWidth = Math.max(0, ...logins.map(({ email }) => email.length));
  const people = logins.map(({ email, password, role }) => `  ${email.padEnd(emailWidth)}   ${password}   ${role}`);
  return [
    '',
    '长明 Porchlight 已就绪 · is ready',
    '',
    ...lines,
    ...(setup
      ? [
          '',
          '设置第一位管理员（一次有效，72 小时） · set up the first administrator (once, within 72 hours)',
          `  ${setup}`,
        ]
      : []),
    ...(people.length > 0 ? ['', '演示账号 Demo logins', ...people] : []),
    '',
    '按 Ctrl-C 停止 · Ctrl-C stops it',
    '',
  ].join('\n');
}

/** Width on a terminal: Chinese characters take two columns. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
