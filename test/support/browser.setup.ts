import { deskHome, startDesk } from './desk-process.js';

/**
 * One desk for all browser tests of the run. PORCHLIGHT_URL and DEMO_SHOP_URL tell the tests where it is; set
 * beforehand, they point the tests at one that runs already.
 * @returns stops it and removes what it stored
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PORCHLIGHT_URL) return undefined;
  const home = await deskHome();
  const desk = startDesk(home);
  const tearDown = async () => {
    desk.signal('SIGTERM');
    await desk.ended;
    home.remove();
  };
  try {
    await desk.ready();
  } catch (error) {
    await tearDown();
    throw error;
  }
  process.env.PORCHLIGHT_URL = `http://127.0.0.1:${home.port}`;
  process.env.DEMO_SHOP_URL = `http://127.0.0.1:${home.demoPort}`;
  return tearDown;
}
