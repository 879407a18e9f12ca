import type { Meter } from './wire/meter.js';
import type { SignIdentity } from './world.js';

const LOOK_MILLISECONDS = 3_000;
const STRANGERS: SignIdentity = async () => undefined;

/** Signs customers in at the demo shop, as its page does. Without a shop all visitors are strangers. */
export async function hostSite(shop: string, meter: Meter, print: (line: string) => void): Promise<SignIdentity> {
  const merchants = await merchantsOf(shop);
  if (merchants.length === 0) {
    print(`${shop} 没有应答，访客都不登录 · does not answer: no visitor is signed in`);
    return STRANGERS;
  }
  return async () => {
    const merchant = merchants[Math.floor(Math.random() * merchants.length)] as string;
    try {
      return await signIn(shop, merchant);
    } catch {
      meter.error('shop_unreachable');
      return undefined;
    }
  };
}

async function signIn(shop: string, merchant: string): Promise<{ token: string; sub: string }> {
  const signal = AbortSignal.timeout(LOOK_MILLISECONDS);
  const me = await fetch(`${shop}/me`, { method: 'POST', body: JSON.stringify({ merchant }), signal });
  const cookie = me.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(`${shop}/identity-token`, { headers: { cookie }, signal });
  const { token } = (await answer.json()) as { token: string };
  return { token, sub: merchant };
}

async function merchantsOf(shop: string): Promise<string[]> {
  try {
    const answer = await fetch(`${shop}/merchants`, { signal: AbortSignal.timeout(LOOK_MILLISECONDS) });
    return answer.ok ? ((await answer.json()) as { merchants: string[] }).merchants : [];
  } catch {
    return [];
  }
}
