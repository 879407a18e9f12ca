import { freePort, isPortFree } from '../embedded/free-port.js';
import { Refusal } from '../embedded/refusal.js';

const DEMO_PORT = 3001;

/** Port of the demo shop, which is no part of the desk and therefore not in its config; 0 takes a free one. */
export async function demoShopPort(): Promise<number> {
  const given = process.env.DEMO_PORT;
  if (!given) return DEMO_PORT;
  const port = Number(given);
  if (port === 0) return freePort();
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Refusal(`DEMO_PORT is no port number: ${given}`, 'write one, e.g. DEMO_PORT=3011');
}

/** @throws Refusal naming the port that is taken, and the variable that chooses another */
export async function requireFreePorts(host: string, ports: Readonly<Record<string, number>>): Promise<void> {
  const seen = new Set<number>();
  for (const [variable, port] of Object.entries(ports)) {
    if (port === 0) continue;
    const fix = `choose another port: ${variable}=${port + 10} npm start`;
    if (seen.has(port)) throw new Refusal(`${Object.keys(ports).join(' and ')} are both ${port}`, fix);
    if (!(await isPortFree(port, host))) {
      throw new Refusal(`Port ${port} is in use by another program`, `stop that one, or ${fix}`);
    }
    seen.add(port);
  }
}
