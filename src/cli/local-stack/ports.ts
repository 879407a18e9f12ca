import { isPortFree } from '../embedded/free-port.js';
import { Refusal } from '../embedded/refusal.js';

/** @throws Refusal naming the port that is taken, and the variable that chooses another */
export async function requireFreePorts(host: string, ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [variable, port] of Object.entries(ports)) {
    const others = Object.values(ports).filter((other) => other === port && port !== 0);
    if (others.length > 1) {
      throw new Refusal(
        `${Object.keys(ports).join(' and ')} are the same port, ${port}`,
        `choose two, e.g. ${variable}=3011`,
      );
    }
    if (port !== 0 && !(await isPortFree(port, host))) {
      throw new Refusal(
        `Port ${port} is in use by another program`,
        `stop that one, or choose another port: ${variable}=${port + 10} npm start`,
      );
    }
  }
}
