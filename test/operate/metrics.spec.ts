/** @own-modules, for it looks at what a process has counted from its start. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';
import { describeWith } from '../support/tools.js';
import { until } from '../support/until.js';

const ROOT = join(__dirname, '../..');
const RULES = 'docker/prometheus/alerts.yml';
const DASHBOARD = 'docker/grafana/porchlight.json';
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** What a question asks for: metrics by name, and the labels it sorts them by. */
function asked(text: string) {
  const expressions = text.replaceAll('\\"', '"');
  return {
    metrics: [...new Set(expressions.match(/porchlight_[a-z0-9_]+/g))],
    labels: [
      ...new Set([...expressions.matchAll(/\bby \(([a-z_, ]+)\)/g)].flatMap(([, list = '']) => list.split(/, */))),
    ],
  };
}

describe('the figures', () => {
  let desk: TestApp;
  let text: string;

  const value = (line: RegExp) => Number(/ (\S+)$/.exec(text.split('\n').find((one) => line.test(one)) ?? '')?.[1]);
  const scrape = async () => {
    text = (await desk.http.get('/metrics').expect(200)).text;
    return text;
  };

  beforeAll(async () => {
    desk = await startTestApp({ events: 'live' });
    const team = await buildTeam(desk, { key: 'frontline' });
    await buildStaff(desk, { teams: [team] });
    const site = await buildSite(desk);
    await buildTicket(desk, { site });
    const widget = await connectWidget(desk, { site });
    const conversationId = await widget.begin('你好');
    await widget.say(conversationId, '在吗');
    await widget.ask('evil-event-name' as never, {});
    await widget.ask('message.send', { conversationId: 'not an id' });
    await desk.http.get('/no/such/path-4711');
    await desk.http.get('/api/tickets/PL-SECRET-NUMBER');
    await until(async () => (await scrape()).includes('beat="sla sweep"'), 'the sweep');
    await until(async () => (await scrape()).includes('porchlight_queue_tickets{team="frontline"} 1'), 'the queue');
  }, 60_000);
  afterAll(() => desk.close());

  it.each([RULES, DASHBOARD])('are all there that %s asks for, with the labels it asks for', (file) => {
    const { metrics, labels } = asked(read(file));
    expect(metrics.length).toBeGreaterThan(10);
    const known = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
        type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
      ),
    );
    expect(metrics.filter((name) => !known.has(name))).toEqual([]);
    const labelled = new Set([...text.matchAll(/[{,]([a-z_]+)="/g)].map(([, name]) => name));
    expect(labels.filter((name) => !labelled.has(name))).toEqual([]);
  });

  it('tell what the desk is doing', () => {
    expect(value(/^porchlight_queue_people_online\{team="frontline"\}/)).toBe(0);
    expect(value(/^porchlight_queue_surge\{team="frontline"\}/)).toBe(0);
    expect(value(/^porchlight_sockets\{kind="widget"\}/)).toBe(1);
    expect(value(/^porchlight_sockets\{kind="agent"\}/)).toBe(0);
    expect(value(/^porchlight_socket_event_seconds_count\{.*event="message.send",outcome="ok"/)).toBe(2);
    expect(value(/^porchlight_socket_event_seconds_count\{.*event="message.send",outcome="refused"/)).toBe(1);
    expect(value(/^porchlight_posted_together_count/)).toBeGreaterThan(0);
    expect(value(/^porchlight_database_connections_limit/)).toBe(10);
    expect(value(/^porchlight_outbox_lag_seconds/)).toBeLessThan(60);
    expect(value(/^porchlight_jobs_failed\{queue="routing"\}/)).toBe(0);
  });

  it('have bounded labels: nothing that a stranger may choose stands in one', () => {
    expect(text).toMatch(/event="unknown",outcome="refused"/);
    for (const foreign of ['evil-event-name', 'path-4711', 'SECRET-NUMBER']) expect(text).not.toContain(foreign);
    expect(text).toMatch(/route="\/api\/tickets\/:number"/);
  });

  it('show a dead letter and a halted key', async () => {
    await desk.database.query(
      `INSERT INTO dead_letters (event_id, consumer, key, type, payload, error) VALUES (9999999, 'x', 'k', 't', '{}', 'e')`,
    );
    await desk.database.query(
      `INSERT INTO outbox_blocks (key, consumer, event_id, attempts, retry_at, last_error) VALUES ('k', 'x', 9999999, 8, 'infinity', 'e')`,
    );
    await scrape();
    expect([value(/^porchlight_dead_letters /), value(/^porchlight_outbox_halted_keys /)]).toEqual([1, 1]);
  });
});

describe('every alert', () => {
  const rules = read(RULES)
    .split(/^ {6}- alert: /m)
    .slice(1);
  it.each(rules.map((rule) => [rule.split('\n')[0] as string, rule]))(
    '%s says what it means and what to do',
    (_, rule) => {
      expect(rule).toMatch(/severity: (critical|warning)/);
      expect(rule).toMatch(/summary: ".{10,}"/);
      expect(rule).toMatch(/runbook: ".{40,}"/);
      expect(asked(rule).metrics.length + Number(rule.includes('up{'))).toBeGreaterThan(0);
    },
  );
});

describeWith('promtool', 'Prometheus itself', (promtool) => {
  it('takes the rules', () => {
    expect(execFileSync(promtool, ['check', 'rules', RULES], { cwd: ROOT, encoding: 'utf8' })).toContain('SUCCESS');
  });
});
