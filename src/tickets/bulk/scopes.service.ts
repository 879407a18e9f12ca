import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Conditions } from '../search/conditions.js';
import { TextMatches } from '../search/text-matches.service.js';
import { parseNumber } from '../ticket-number.js';
import type { ReadScope } from './bulk.inputs.js';
import { BY_NUMBERS, byFilter, MOST, UNFINISHED } from './bulk.sql.js';

/** A statement that gives cases as `id` and `place`, and the values that stand in it. */
export interface Chosen {
  text: string;
  values: unknown[];
}

/** Which cases are meant. */
@Injectable()
export class Scopes {
  constructor(private readonly texts: TextMatches) {}

  /**
   * What a filter finds is what the reader may see; a number that there is none of is left out.
   * @throws DeskError `forbidden` for a filter of an agent's, who chooses one by one
   */
  async of(staff: StaffPrincipal, scope: ReadScope): Promise<Chosen> {
    if (scope.by === 'numbers')
      return { text: BY_NUMBERS, values: [scope.numbers.map((number) => parseNumber(number) ?? '')] };
    if (scope.by === 'unfinished') return { text: UNFINISHED, values: [scope.actionId, staff.staffId] };
    if (staff.role === 'agent') throw new DeskError('forbidden');
    const { filter } = scope;
    const match = filter.q === undefined ? undefined : await this.texts.of(filter.q);
    const conditions = new Conditions(staff, filter, match);
    const { where } = conditions;
    return { text: byFilter(where, conditions.value(MOST)), values: conditions.values };
  }
}
