import type { Locale } from '../../../contract/index.js';
import { type ArticlePassages, ArticlePassagesReader, audienceOf } from '../../../help-center/index.js';
import type { Site } from '../../../people/index.js';
import { Database, type Transaction } from '../../../platform/db/index.js';
import { Storage } from '../../../platform/storage/index.js';
import { Queue } from '../../../routing/index.js';
import { CATEGORY_PRESETS, Categories, formatNumber } from '../../../tickets/index.js';
import { DEMO_SHOPS, type SubCategoryTexts } from '../../demo-content/index.js';
import type { Services } from '../index.js';
import { reckonDialogues } from './bot-dialogues.js';
import { Dice } from './dice.js';
import { direct } from './direct.js';
import { type Population, populate } from './people.js';
import { type Cast, DAYS, FOLLOW_UPS, isCase, plan } from './plans.js';
import type { Played } from './play.js';
import { insert, rowsOf } from './rows.js';
import type { Props } from './script.js';
import type { Colleague, DeskTeam } from './story.js';

/** Another number tells another fortnight. */
const SEED = 20_261_120;
const LOCK = 'demo life';
const SORTER = 'su';
const FRONTLINE = 'frontline';

/**
 * Fills the desk with its last two weeks: customers, shops, what they asked, who answered, and what is still open. The rows are
 * what the product itself would have written, had it all happened; all of them or, on a failure, none. Once: a desk that
 * has them stays as it is.
 * @param options.capacity cases that one person holds at once
 */
export async function seedLife(services: Services, site: Pick<Site, 'id'>, options: LifeOptions): Promise<void> {
  await services.get(Database).transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
    if (await tx.one('SELECT 1 FROM shops WHERE site_id = $1 AND external_id = $2', [site.id, DEMO_SHOPS[0]?.id]))
      return;
    const { population, played } = await tellLife(tx, services, site, options);
    for (const { thread } of played)
      for (const { row, file } of thread.files)
        await services.get(Storage).put(row.storage_key, file.content, file.contentType);
    for (const [table, rows] of Object.entries(population.rows)) await insert(tx, table, rows);
    for (const [table, rows] of rowsOf(played, site.id)) await insert(tx, table, rows);
    await reckonDialogues(tx, services, played);
    await noteRouting(tx);
    await services.get(Queue).sync(tx, ...played.flatMap(({ ticket }) => ticket?.id ?? []));
  });
}

export interface LifeOptions {
  capacity: number;
  seed?: number;
}

/** Who has been here, and what happened to them up to now; nothing is written but the numbers that their cases take. */
export async function tellLife(
  tx: Transaction,
  services: Services,
  site: Pick<Site, 'id'>,
  { capacity, seed = SEED }: LifeOptions,
): Promise<{ population: Population; played: Played[] }> {
  const dice = new Dice(seed);
  const { now } = (await tx.one<{ now: Date }>('SELECT desk_now() AS now')) as { now: Date };
  const { colleagues, teams } = await whoWorksHere(tx);
  const population = populate(dice, site.id, now, DAYS);
  const cast: Cast = { colleagues, teams, population, teamOf: (texts) => subCategory(texts).teamKey, sortedAs };
  const plans = plan(dice, now, cast);
  const props: Props = {
    dice,
    capacity,
    sorter: colleagues.find(({ key }) => key === SORTER) as Colleague,
    articles: await articlesOf(tx, services.get(ArticlePassagesReader)),
    sortedAs,
  };
  const numbers = await nextNumbers(tx, plans.filter(isCase).length + FOLLOW_UPS);
  const frontline = teams.find(({ key }) => key === FRONTLINE) as DeskTeam;
  const nextNumber = () => numbers.shift() as string;
  const categories = await services.get(Categories).all();
  return { population, played: direct(plans, now, props, { frontline, nextNumber, sortedAs, categories }) };
}

async function whoWorksHere(tx: Transaction): Promise<{ colleagues: Colleague[]; teams: DeskTeam[] }> {
  const teams = await tx.query<DeskTeam & Row>('SELECT id, key, name FROM teams ORDER BY key');
  const colleagues = await tx.query<Colleague & Row>(
    `SELECT s.id, split_part(s.email, '@', 1) AS key, s.name, s.role, s.locale,
            ARRAY(SELECT t.key FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.staff_id = s.id ORDER BY 1) AS teams
     FROM staff s WHERE s.disabled_at IS NULL ORDER BY s.email`,
  );
  return { colleagues, teams };
}

async function nextNumbers(tx: Transaction, count: number): Promise<string[]> {
  const rows = await tx.query<{ n: string }>(`SELECT nextval('ticket_numbers') AS n FROM generate_series(1, $1)`, [
    count,
  ]);
  return rows.map(({ n }) => formatNumber(BigInt(n)));
}

/** What the bot finds: the articles of the very question first, then their neighbours. */
async function articlesOf(tx: Transaction, passages: ArticlePassagesReader): Promise<Props['articles']> {
  const places = await tx.query<{ id: string; category: string; subCategory: string | null }>(
    `SELECT id, category, sub_category AS "subCategory" FROM articles WHERE status = 'published' ORDER BY position, slug`,
  );
  const ids = places.map(({ id }) => id);
  const audience = audienceOf({ identified: false });
  const found = new Map<string, ArticlePassages>();
  for (const locale of ['zh-CN', 'en'] as const)
    for (const article of await passages.of(tx, ids, { locale, audience }))
      found.set(`${article.locale} ${article.articleId}`, article);
  return ({ category, subCategory }: SubCategoryTexts, locale: Locale) => {
    const near = places.filter((place) => place.category === category);
    near.sort((a, b) => Number(b.subCategory === subCategory) - Number(a.subCategory === subCategory));
    return near.flatMap(({ id }) => found.get(`${locale} ${id}`) ?? []);
  };
}

function subCategory({ category, subCategory: key }: Pick<SubCategoryTexts, 'category' | 'subCategory'>) {
  const found = CATEGORY_PRESETS.find((one) => one.key === category)?.subCategories.find((sub) => sub.key === key);
  if (!found) throw new Error(`the desk has no category ${category}/${key}`);
  return found;
}

const sortedAs: Props['sortedAs'] = (category, key) => subCategory({ category, subCategory: key });

/** Whom it is the turn of follows from who was given something last; how long people take, from when they had done with it. */
async function noteRouting(tx: Transaction): Promise<void> {
  await tx.query(
    `UPDATE agent_profiles p SET last_assigned_at = r.at
     FROM (SELECT staff_id, max(assigned_at) AS at FROM routed_tickets GROUP BY staff_id) r WHERE r.staff_id = p.staff_id`,
  );
  await tx.query(
    `UPDATE routed_tickets r SET ended_at = least(
       (SELECT min(later.assigned_at) FROM routed_tickets later WHERE later.ticket_id = r.ticket_id AND later.assigned_at > r.assigned_at),
       t.resolved_at, t.last_activity_at)
     FROM tickets t WHERE t.id = r.ticket_id
       AND (t.assignee_id IS DISTINCT FROM r.staff_id OR t.status NOT IN ('open', 'pending'))`,
  );
}

type Row = { [column: string]: unknown };
