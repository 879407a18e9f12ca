import type { StaffRole } from '../../contract/index.js';
import { HelpCenter } from '../../help-center/index.js';
import { DEMO_PASSWORD, Directory, type Site, Sites } from '../../people/index.js';
import { Profiles } from '../../routing/index.js';
import { seedLife } from './life/index.js';
import { DEMO_SITE, STAFF, TEAMS } from './people.data.js';

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
  const saved = await services.get(Sites).save({
    ...DEMO_SITE,
    allowedOrigins: [`http://127.0.0.1:${shopPort}`, `http://localhost:${shopPort}`],
    contextUrl: `http://127.0.0.1:${shopPort}/porchlight/context`,
  });
  await seedStaff(services.get(Directory), services.get(Profiles));
  await services.get(HelpCenter).seedArticles();
  return saved;
}

async function seedStaff(directory: Directory, profiles: Profiles): Promise<void> {
  const teamIds = new Map<string, string>();
  for (const { key, name } of TEAMS) teamIds.set(key, await directory.saveTeam({ key, name }));
  const staffIds = new Map<string, string>();
  for (const { teams, skills, does: _, ...person } of STAFF) {
    const ids = teams.flatMap((key) => teamIds.get(key) ?? []);
    const { id, hired } = await directory.hire({ ...person, password: DEMO_PASSWORD, teamIds: ids });
    if (hired) await profiles.save({ staffId: id, capacity: CAPACITY, skills: [...skills] });
    staffIds.set(person.email, id);
  }
  for (const { key, name, lead, dutyManager } of TEAMS)
    await directory.saveTeam({ key, name, leadId: staffIds.get(lead), dutyManagerId: staffIds.get(dutyManager) });
}
