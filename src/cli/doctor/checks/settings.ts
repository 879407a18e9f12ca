import { isIP } from 'node:net';
import { ALL_VARIABLES, BY_FILE, CONFIG_VARIABLES, type Config, DEMO_SECRET_KEY, hintsOn } from '../../../config.js';
import { type Check, type Examined, type Finding, failing, ok, warning } from '../check.js';

const SECRET = new Set<string>(BY_FILE);

/** Every variable that is set, with where it comes from; secrets by their length alone, passwords in addresses not at all. */
export const settings: Check = {
  id: 'configuration',
  title: { zh: '配置', en: 'Configuration' },
  always: true,
  look: async (desk) => {
    const problems = desk.problems.map(([name, fix]) => {
      const [en = fix, zh = en] = fix.split(' · ');
      return failing([`${name} 有误`, `${name} is wrong`], [zh, en]);
    });
    const hints = hintsOn(desk.given.origins, ALL_VARIABLES).map((hint) => {
      const [en = hint, zh = en] = hint.split(' · ');
      return warning([zh, en], ['改正名称，或删除它', 'correct the name, or take it away']);
    });
    return [...problems, ...hints, ...(desk.config ? advice(desk.config, desk.local) : []), inForce(desk)];
  },
};

function inForce({ given, local }: Examined): Finding {
  const set = CONFIG_VARIABLES.flatMap((name) => {
    const [value, file] = [given.variables[name], given.variables[`${name}_FILE`]];
    if (file) return [`${name} (${file})`];
    if (!value) return [];
    return [`${name}=${shown(name, value)} (${given.origins[name]})`];
  });
  const how = local === 'no' ? '' : ' + npm start';
  const list = set.length > 0 ? set.join(', ') : '-';
  return ok(`已设置：${list}${how}；其余为默认值`, `set: ${list}${how}; all else is by default`);
}

function shown(name: string, value: string): string {
  if (!SECRET.has(name)) return value;
  if (!name.endsWith('_URL')) return `${value.length} characters`;
  try {
    const url = new URL(value);
    if (url.password) url.password = '***';
    url.search = '';
    return url.href;
  } catch {
    return `${value.length} characters`;
  }
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');

/** What is allowed and yet seldom meant. */
function* advice(config: Config, local: Examined['local']): Iterable<Finding> {
  const open = !isLoopback(new URL(config.publicUrl).hostname);
  if (config.secretKey === DEMO_SECRET_KEY)
    yield (open ? failing : warning)(
      ['SECRET_KEY 是公开的演示密钥', 'SECRET_KEY is the one of the demo, which everybody knows'],
      ['设置自己的：openssl rand -base64 32', 'set your own: openssl rand -base64 32'],
    );
  if (config.demo && open)
    yield warning(
      [
        'DEMO=true，而服务对外开放：演示账号的密码是公开的',
        'DEMO=true on a public address: everybody knows the passwords of the demo',
      ],
      ['设置 DEMO=false，并停用演示员工', 'set DEMO=false and disable the staff of the demo'],
    );
  if (config.environment !== 'production' && open)
    yield warning(
      [`NODE_ENV=${config.environment}`, `NODE_ENV=${config.environment} on a public address`],
      ['设置 NODE_ENV=production', 'set NODE_ENV=production'],
    );
  if (open && !config.secureCookies)
    yield warning(
      ['PUBLIC_URL 不是 https：登录信息以明文传输', 'PUBLIC_URL is not https: sign-ins travel in the clear'],
      ['在代理上启用 https，并改 PUBLIC_URL', 'let the proxy speak https, and say so in PUBLIC_URL'],
    );
  if (open && config.trustedProxies.length === 0 && local === 'no')
    yield warning(
      [
        'TRUSTED_PROXIES 为空：若前面有代理，所有客户会被当作同一地址限流',
        'TRUSTED_PROXIES is empty: behind a proxy all customers count as one address, and share its limits',
      ],
      ['填写代理的地址或网段', 'name the addresses or the network of the proxy'],
    );
  const wide = config.trustedProxies.filter(
    (proxy) => /\/\d$/.test(proxy) && isIP(proxy.split('/')[0] ?? '') === 4 && Number(proxy.split('/')[1]) < 8,
  );
  if (wide.length > 0)
    yield warning(
      [`TRUSTED_PROXIES 范围太大：${wide.join(', ')}`, `TRUSTED_PROXIES is very wide: ${wide.join(', ')}`],
      ['只填写代理所在的网段', 'name the network of the proxy alone'],
    );
  if (!config.metricsToken && open)
    yield ok('/metrics 只对本机开放（未设置 METRICS_TOKEN）', '/metrics answers this machine alone (no METRICS_TOKEN)');
}
