import { StaffLinks } from '../../people/index.js';
import { startDemoShop } from '../demo-shop/index.js';
import { type Services, seedDemo } from '../seed/index.js';
import { banner } from './banner.js';
import type { Departure } from './departure.js';
import type { Foundation } from './foundation.js';
import type { Step } from './run.js';

/**
 * Fills in the demo and starts its shop, if this is to be a demo; then tells the newcomer where everything is.
 * @param desk address that people open
 */
export async function welcome(
  step: Step,
  departure: Departure,
  { config, demoPort }: Foundation,
  desk: string,
  services: Services,
): Promise<void> {
  if (!config.demo) {
    // Nobody knows a password of a desk that nobody has set up: whoever reads the terminal of its first start may.
    const setup = await services.get(StaffLinks).issueSetup(desk);
    return console.log(banner({ desk, logins: [], setup: setup?.url }));
  }
  const { logins, siteKey, siteSecret } = await step('准备演示内容 fill in the demo', () =>
    // The next start adds what this one could not.
    departure.unlessStopped(seedDemo(services, { shopPort: demoPort })),
  );
  const shop = await startDemoShop({ port: demoPort, deskUrl: desk, siteKey, siteSecret });
  departure.afterwards(shop.close);
  console.log(banner({ desk, demoShop: shop.url, logins }));
}
