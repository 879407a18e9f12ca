import { Injectable } from '@nestjs/common';
import type { ColleagueView } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { spellingOfName } from '../replies/spelling.js';
import { WORKS_HERE } from './works-here.sql.js';

const MOST = 1_000;

type Spelling = ReturnType<typeof spellingOfName>;

/** Whom one can address in a note. */
@Injectable()
export class Colleagues {
  /** By name: names hardly change, and to spell them costs more than to read them. */
  private readonly spellings = new Map<string, Spelling>();

  constructor(private readonly database: Database) {}

  /** Everybody who works here, by name. */
  async all(): Promise<ColleagueView[]> {
    const rows = await this.database.query<{ id: string; name: string; teamIds: string[] }>(
      `SELECT s.id, s.name, ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = s.id ORDER BY 1) AS "teamIds"
       FROM staff s WHERE ${WORKS_HERE} ORDER BY s.name, s.id LIMIT ${MOST}`,
    );
    return rows.map((row) => ({ ...row, ...this.spelling(row.name) }));
  }

  private spelling(name: string): Spelling {
    const known = this.spellings.get(name);
    if (known) return known;
    if (this.spellings.size > MOST) this.spellings.clear();
    const spelling = spellingOfName(name);
    this.spellings.set(name, spelling);
    return spelling;
  }
}
