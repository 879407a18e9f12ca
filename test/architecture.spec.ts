import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findViolations } from './support/architecture/violations.js';

/** Planted breaches: what stands where, and a word of the complaint. */
const BREACHES: [file: string, code: string, complaint: string][] = [
  ['src/tickets/a.ts', "import { x } from '../routing/index.js';", 'may not import routing'],
  ['src/platform/db/a.ts', "import { x } from '../../people/index.js';", 'may not import people'],
  ['src/bot/a.ts', "export * from '../realtime/index.js';", 'may not import realtime'],
  ['src/bot/a.ts', "await import('../realtime/index.js');", 'may not import realtime'],
  ['src/bot/a.ts', "let x: import('../realtime/index.js').X;", 'may not import realtime'],
  ['src/bot/a.ts', "import { x } from '../cli/seed/index.js';", 'may not import cli'],
  ['src/bot/a.ts', "import { x } from '../app.module.js';", 'may not import app.module'],
  ['src/bot/a.spec.ts', "import { x } from '../realtime/index.js';", 'may not import realtime'],
  ['src/bot/a.ts', "import { x } from '../../test/support/app.js';", 'outside src'],
  ['src/cupboard/a.ts', "import { x } from '../people/index.js';", 'not a room'],
  ['src/routing/a.ts', "import { x } from '../tickets/ticket.service.js';", 'by its door'],
  ['src/routing/a.ts', "import { x } from '../platform/db/database.js';", 'by its door'],
  ['src/routing/a.ts', "import { x } from '../contract/views.js';", 'by its door'],
  ['src/cli/a.ts', "import { x } from '../tickets/ticket.service.js';", 'by its door'],
  ['src/app.module.ts', "import { x } from './tickets/tickets.module.js';", 'by its door'],
  ['src/people/a.ts', "import { x } from '../database.js';", 'may not import database'],
  ['src/config.ts', "import { x } from './people/index.js';", 'may not import people'],
  ['src/contract/a.ts', "import { x } from '../platform/index.js';", 'contract imports nothing'],
  ['src/contract/a.ts', "import { z } from 'zod';", 'contract imports nothing'],
  ['src/browser/widget/a.ts', "import { x } from '../../people/index.js';", 'browser imports only'],
  ['src/people/a.ts', "import { Server } from 'socket.io';", 'only realtime'],
  ['src/platform/push/a.ts', "import { WsException } from '@nestjs/websockets';", 'only realtime'],
  ['src/people/a.ts', 'const x = forwardRef(() => Y);', 'forwardRef'],
  ['src/people/a.ts', '@Global() @Module({}) class A {}', '@Global'],
  ['src/sla/a.ts', 'const x = Date.now();', 'platform/clock'],
  ['src/sla/a.ts', 'const x = new Date();', 'platform/clock'],
  ['src/sla/a.ts', 'const x = list.map(Date.now);', 'platform/clock'],
  ['src/sla/a.ts', "const x = 'SELECT now()';", 'desk_now'],
  ['src/sla/a.ts', 'const x = `WHERE due_at < NOW()`;', 'desk_now'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code under test.
  ['src/sla/a.ts', 'const x = `SELECT ${y}, current_timestamp`;', 'desk_now'],
  ['src/sla/a.ts', "const x = 'SELECT clock_timestamp()';", 'desk_now'],
  ['src/sla/a.ts', 'class A { @CreateDateColumn() createdAt!: Date; }', 'desk_now'],
  ['migrations/1-a.ts', "query('created_at timestamptz DEFAULT now()');", 'desk_now'],
  ['src/sla/a.ts', "console.log('x');", 'platform/logger'],
  ['src/sla/a.ts', 'const x = process.env.HOME;', 'config.ts alone'],
];

const ALLOWED: [file: string, code: string][] = [
  ['src/realtime/a.ts', "import { Server } from 'socket.io'; import { x } from '../reports/index.js';"],
  ['src/routing/a.ts', "import { x } from '../platform/db/index.js'; import { y } from '../platform/index.js';"],
  ['src/routing/a.ts', "import { CONFIG } from '../config.js'; import { y } from './inside/other.js';"],
  ['src/routing/a.spec.ts', "import { x } from '../../test/support/app.js'; const now = new Date();"],
  ['src/browser/console/a.ts', "import { x } from '../../contract/index.js'; console.warn(new Date());"],
  ['src/cli/a.ts', "import { x } from '../main.js'; import { y } from '../realtime/index.js'; process.env.PORT;"],
  ['src/app.module.ts', "import { x } from './bot/index.js'; import { M } from '../migrations/index.js';"],
  ['src/browser/widget/a.ts', "import { Emitter } from '@socket.io/component-emitter';"],
  ['src/database.ts', "import { x } from './people/index.js'; import { M } from '../migrations/1-a.js';"],
  ['src/main.ts', 'load(process.env); console.error(problem);'],
  ['src/platform/clock/a.ts', 'const x = Date.now();'],
  ['src/platform/a.ts', '@Global() @Module({}) class A {}'],
  ['src/sla/a.ts', "const x = new Date(row.due_at); const y = 'SELECT desk_now()';"],
  ['migrations/1-a.ts', "query('CREATE FUNCTION desk_now() RETURNS timestamptz AS $$ SELECT clock_timestamp() $$');"],
];

describe('the house rules', () => {
  it.each(BREACHES)('%s: %s', (file, code, complaint) => {
    expect(findViolations(file, code).map(({ rule }) => rule)).toEqual([expect.stringContaining(complaint)]);
  });

  it.each(ALLOWED)('%s may: %s', (file, code) => {
    expect(findViolations(file, code)).toEqual([]);
  });

  it('are kept by all files', () => {
    const root = join(__dirname, '..');
    const files = ['src', 'migrations']
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
      );
    const violations = files.flatMap((file) => findViolations(file, readFileSync(join(root, file), 'utf8')));
    expect(violations.map(({ at, rule }) => `${at} ${rule}`)).toEqual([]);
  });
});
