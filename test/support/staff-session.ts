import { type APIRequestContext, type BrowserContext, request } from '@playwright/test';

/** The login of everybody in the demo; see `src/cli/seed`. */
export const DEMO_PASSWORD = 'porchlight-demo';
export const ADMIN = 'admin@porchlight.example';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Of whom this worker has signed in, by desk and address: a password takes its time, and signing in has tests of its own. */
const kept = new Map<string, Cookies>();

const straight = () => process.env.PORCHLIGHT_URL as string;

/** The cookies of a session that lives. @param deskUrl default: the worker's desk */
export async function sessionOf(email: string, deskUrl = straight()): Promise<Cookies> {
  const key = `${email} ${deskUrl}`;
  const cookies = kept.get(key) ?? [];
  const api = await open(deskUrl, cookies);
  try {
    // A test may have ended it.
    if (cookies.length > 0 && (await api.get('/api/sessions/current')).ok()) return cookies;
    const answer = await api.post('/api/sessions', { data: { email, password: DEMO_PASSWORD } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
    kept.set(key, (await api.storageState()).cookies);
    return kept.get(key) as Cookies;
  } finally {
    await api.dispose();
  }
}

/** Somebody of the staff without a browser; whoever asks for one disposes of it. @param deskUrl default: the worker's desk */
export async function staffRequests(email: string, deskUrl = straight()): Promise<APIRequestContext> {
  return await open(deskUrl, await sessionOf(email, deskUrl));
}

function open(deskUrl: string, cookies: Cookies): Promise<APIRequestContext> {
  const storageState = { cookies, origins: [] };
  return request.newContext({ baseURL: deskUrl, extraHTTPHeaders: { origin: deskUrl }, storageState });
}
