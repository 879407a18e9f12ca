import { z } from 'zod';
import { bothLanguages, dto, id, printable, version } from '../../platform/http/index.js';
import { definition } from '../sla.inputs.js';

const teamIds = z.array(id).max(100);
const name = bothLanguages(60);
const workedHours = definition.shape.week.element;

export class CalendarParam extends dto(z.object({ id })) {}
export class NewCalendarBody extends dto(z.object({ name, definition, teamIds })) {}
export class CalendarBody extends dto(z.object({ version, name, definition, teamIds, retime: z.boolean() })) {}
export class CalendarVersionBody extends dto(z.object({ version })) {}
export class CalendarDraftBody extends dto(z.object({ definition, teamIds })) {}
export class HolidayImportBody extends dto(
  z.object({
    /** None: only which years have been announced. */
    years: z.array(z.int().min(2_000).max(2_100)).max(10),
    /** Of days that are worked instead. */
    workedHours,
  }),
) {}
export class CalendarFileBody extends dto(z.object({ file: printable.min(1).max(200_000), workedHours })) {}
