import type { AgentProfileView, Page, StaffRecordView } from '../../src/contract/index.js';
import { type DeskHome, deskHome, startDesk } from './desk-process.js';
import { ADMIN, staffRequests } from './staff-session.js';

/** One for each worker, so that nobody waits in the queue of another's test. */
const DESKS = 2;
/** As many units as there can be: what a test leaves behind takes no room from the next. */
const ROOM = 100;

/**
 * The desks of the run, one for each worker by its index. PORCHLIGHT_URL and DEMO_SHOP_URL, set beforehand, point the tests at one that runs
 * already.
 * @returns stops them and removes what they stored
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PORCHLIGHT_URL) return undefined;
  const desks = await Promise.all(Array.from({ length: DESKS }, startOne));
  const tearDown = async () => {
    await Promise.all(desks.map(({ stop }) => stop()));
  };
  const failed = desks.find(({ problem }) => problem);
  if (failed) {
    await tearDown();
    throw failed.problem;
  }
  process.env.PORCHLIGHT_DESKS = JSON.stringify(desks.map(({ url, shop }) => ({ url, shop })));
  return tearDown;
}

async function startOne() {
  const home: DeskHome = await deskHome();
  const desk = startDesk(home);
  const url = `http://127.0.0.1:${home.port}`;
  const stop = async () => {
    desk.signal('SIGTERM');
    await desk.ended;
    home.remove();
  };
  const problem = await desk
    .ready()
    .then(() => makeRoom(url))
    .then(
      () => undefined,
      (error: Error) => error,
    );
  return { url, shop: `http://127.0.0.1:${home.demoPort}`, stop, problem };
}

async function makeRoom(url: string): Promise<void> {
  const admin = await staffRequests(ADMIN, url);
  const ask = async <T>(method: 'get' | 'put', path: string, data?: object): Promise<T> => {
    const answer = await admin[method](path, data && { data });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return await answer.json();
  };
  const { items } = await ask<Page<StaffRecordView>>('get', '/api/staff?limit=100');
  for (const { id } of items) {
    const path = `/api/staff/${id}/profile`;
    const { version, skills } = await ask<AgentProfileView>('get', path);
    await ask('put', path, { version, skills, kindLimits: {}, capacity: ROOM });
  }
  await admin.dispose();
}
