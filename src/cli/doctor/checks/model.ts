import { request } from 'undici';
import { z } from 'zod';
import { type Check, type Finding, failing, ok, warning } from '../check.js';

const PATIENCE_MILLISECONDS = 4_000;
const MOST_BYTES = 1024 * 1024;
const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks which models there are, which costs no tokens, and says nothing of anybody's. */
export const model: Check = {
  id: 'model',
  title: { zh: '大语言模型', en: 'Language model' },
  look: async ({ config }) => {
    if (!config.model)
      return [ok('未配置，机器人只用帮助中心回答（MODEL_URL）', 'off: no MODEL_URL, the bot answers without one')];
    const { url, key, name } = config.model;
    const answer = await request(`${url}/models`, {
      headers: { 'accept-encoding': 'identity', ...(key && { authorization: `Bearer ${key}` }) },
      // Once: no connection is kept.
      reset: true,
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const known = answer.statusCode === 200 ? await knownModels(answer.body) : undefined;
    if (answer.statusCode !== 200) answer.body.on('error', () => undefined).destroy();
    return [finding(new URL(url).host, name, answer.statusCode, known)];
  },
};

function finding(host: string, name: string, status: number, known: readonly string[] | undefined): Finding {
  if (status === 401 || status === 403)
    return failing([`${host} 不接受密钥`, `${host} does not accept the key`], ['检查 MODEL_KEY', 'look at MODEL_KEY']);
  if (known?.includes(name)) return ok(`${host} 可用，模型 ${name}`, `${host} answers, and has ${name}`);
  if (known?.length)
    return warning(
      [`${host} 没有列出模型 ${name}`, `${host} does not list ${name}`],
      [`检查 MODEL_NAME；它列出了 ${some(known)}`, `look at MODEL_NAME; it lists ${some(known)}`],
    );
  return warning(
    [`${host} 有回应，但没有给出模型列表（HTTP ${status}）`, `${host} answers, but lists no models (HTTP ${status})`],
    [
      '不是每个接口都提供列表：让机器人回答一个问题，再看“AI 调用记录”',
      'not every API does: have the bot answer a question, and look at its calls in the console',
    ],
  );
}

const some = (names: readonly string[]): string => names.slice(0, 3).join(', ');

async function knownModels(body: AsyncIterable<Buffer>): Promise<string[] | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  try {
    return Models.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))).data.map(({ id }) => id);
  } catch {
    return undefined;
  }
}
