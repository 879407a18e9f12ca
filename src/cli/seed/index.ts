import { HostLookUps } from '../../bot/index.js';
import type { StaffRole } from '../../contract/index.js';
import { HelpCenter, HelpSettings } from '../../help-center/index.js';
import { DEMO_PASSWORD, Directory, type Site, Sites } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Profiles } from '../../routing/index.js';
import { CannedReplies, Macros } from '../../tickets/index.js';
import { seedFeedback } from './feedback.js';
import { seedLife } from './life/index.js';
import { LOOK_UPS } from './look-ups.data.js';
import { MACROS } from './macros.data.js';
import { DEMO_SITE, STAFF, TEAMS } from './people.data.js';
import { REPLIES } from './replies.data.js';
import { seedRouting } from './routing.js';

/** What can hand out the rooms' services. */
export interface Services {
  // biome-ignore lint/suspicious/noExplicitAny: any injectable class.
  get<T>(type: abstract new (...args: any[]) => T): T;
}

export interface SeededDemo {
  logins: { email: string; password: string; role: string }[];
  siteKey: string;
  /** For the demo shop's server. */
  siteSecret: string;
}

/** Cases that one person holds at once. */
export const CAPACITY = 12;

const ROLES: Record<StaffRole, string> = { agent: '客服 agent', supervisor: '主管 supervisor', admin: '管理员 admin' };

/**
 * Fills a desk with the site, the people, the articles and the last two weeks of the demo. Running it again adds only what is
 * missing, so it may run at every start.
 * @param shopPort where the demo shop listens
 */
export async function seedDemo(services: Services, { shopPort }: { shopPort: number }): Promise<SeededDemo> {
  const { site, secret } = await seedHouse(services, { shopPort });
  await seedLife(services, site, { capacity: CAPACITY });
  await seedFeedback(services, site.id);
  return {
    logins: STAFF.map(({ email, role, does }) => ({
      email,
      password: DEMO_PASSWORD,
      role: `${ROLES[role]} · ${does}`,
    })),
    siteKey: site.key,
    siteSecret: secret,
  };
}

/** The desk before its first customer. */
export async function seedHouse(
  services: Services,
  { shopPort }: { shopPort: number },
): Promise<{ site: Site; secret: string }> {
  const help = services.get(HelpSettings);
  const saved = await services.get(Sites).save({
    ...DEMO_SITE,
    allowedOrigins: [`http://127.0.0.1:${shopPort}`, `http://localhost:${shopPort}`, help.origin],
    contextUrl: `http://127.0.0.1:${shopPort}/porchlight/context`,
  });
  await seedLookUps(services.get(HostLookUps), saved.site.id, shopPort);
  await seedStaff(services.get(Directory), services.get(Profiles));
  await seedRouting(services.get(Database));
  await services.get(CannedReplies).seed(REPLIES);
  await services.get(Macros).seed(MACROS);
  await services.get(HelpCenter).seedArticles();
  await help.beginWith(saved.site.id);
  return saved;
}

/** The shop's address follows its port as long as nobody has changed anything. */
async function seedLookUps(lookUps: HostLookUps, siteId: string, shopPort: number): Promise<void> {
  const url = `http://127.0.0.1:${shopPort}/porchlight/look-ups`;
  for (const [key, settings] of Object.entries(LOOK_UPS))
    await lookUps.seed(siteId, key, { ...settings, url, enabled: true });
}

async function seedStaff(directory: Directory, profiles: Profiles): Promise<void> {
  const teamIds = new Map<string, string>();
  for (const { key, name } of TEAMS) teamIds.set(key, await directory.saveTeam({ key, name }));
  const staffIds = new Map<string, string>();
  for (const { teams, skills, does: _, ...person } of STAFF) {
    const ids = teams.flatMap((key) => teamIds.get(key) ?? []);
    const { id, hired } = await directory.hire({ ...person, password: DEMO_PASSWORD, teamIds: ids });
    if (hired) await profiles.save({ staffId: id, capacity: CAPACITY, skills });
    staffIds.set(person.email, id);
  }
  for (const { key, name, lead, dutyManager } of TEAMS)
    await directory.saveTeam({ key, name, leadId: staffIds.get(lead), dutyManagerId: staffIds.get(dutyManager) });
}
