import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_VARIABLES, loadConfig } from '../src/config.js';

/** Read by npm start alone. */
const LOCAL_ONLY = ['DEMO_PORT'];
/** Shown with an example, because nothing holds when they are not set. */
const EXAMPLES = ['DATABASE_URL', 'REDIS_URL', 'MEILI_URL', 'CONTACT_URL', 'S3_ENDPOINT'];

describe('.env.example', () => {
  const lines = readFileSync(join(__dirname, '../.env.example'), 'utf8').split('\n');
  const shown = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^# ([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  const required = { DATABASE_URL: 'postgres://localhost/porchlight', NODE_ENV: 'test' };

  it('shows every variable there is, and none that is not', () => {
    expect([...shown.keys()].sort()).toEqual([...CONFIG_VARIABLES, ...LOCAL_ONLY].sort());
  });

  it('changes nothing by itself', () => {
    expect(lines.filter((line) => line && !line.startsWith('#'))).toEqual([]);
  });

  it('shows the values that hold when they are not set', () => {
    const defaults = Object.fromEntries([...shown].filter(([name]) => !EXAMPLES.includes(name)));
    expect(loadConfig({ ...defaults, ...required })).toEqual(loadConfig(required));
  });

  it('shows examples that are valid', () => {
    const whole = { S3_BUCKET: 'desk', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    const examples = Object.fromEntries([...shown].filter(([name]) => EXAMPLES.includes(name)));
    expect(() => loadConfig({ ...examples, ...whole, NODE_ENV: 'test' })).not.toThrow();
  });
});

describe('the configuration', () => {
  it('names every bad variable at once, with its fix', () => {
    expect(() => loadConfig({ PORT: 'x', ROLE: 'web', DATABASE_URL: 'mysql://x', DEMO: 'yes' })).toThrow(
      /PORT: write a port number.*\n(.|\n)*DATABASE_URL: write postgres:(.|\n)*DEMO: write true or false/,
    );
  });
});
