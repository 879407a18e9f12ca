import { type Command, createCommands } from './commands.js';

function setUp() {
  const played: Command[] = [];
  const warnings: unknown[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      played.push([name, ...args]);
  const handlers = {
    init: note('init'),
    open: note('open'),
    on: note('on'),
    destroy: note('destroy'),
    identify(): void {
      throw new Error('no token');
    },
  };
  return { played, warnings, execute: createCommands(handlers, (problem) => warnings.push(problem)) };
}

test('commands before init wait, and are played after it in order', () => {
  const { played, execute } = setUp();
  execute('open', 1);
  execute('on', 'ready');
  execute('open', 2);
  expect(played).toEqual([['on', 'ready']]);
  execute('init', { site: 'demo' });
  execute('open', 3);
  expect(played.slice(1)).toEqual([
    ['init', { site: 'demo' }],
    ['open', 1],
    ['open', 2],
    ['open', 3],
  ]);
});

test('what is wrong never reaches the page, and does not stop what follows', () => {
  const { played, warnings, execute } = setUp();
  execute('nonsense');
  execute('identify');
  execute('init');
  execute('open');
  expect(warnings).toHaveLength(2);
  expect(played).toEqual([['init'], ['open']]);
});

test('init counts once, until the widget is destroyed', () => {
  const { played, execute } = setUp();
  execute('init');
  execute('init');
  execute('destroy');
  execute('open');
  execute('init');
  expect(played).toEqual([['init'], ['destroy'], ['init'], ['open']]);
});
