import { Empty } from 'antd';
import { useState } from 'react';
import type { ShiftTableView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { AddShift } from './add-shift.js';
import { ShiftCell } from './shift-cell.js';
import { useShiftTexts } from './texts.js';
import { type Day, dayIn, gapsOn, weekFrom } from './week.js';

interface Person {
  id: string;
  name: string;
}

/** People down, days across; below them the hours in which nobody is there. */
export function ShiftTable({
  teamId,
  monday,
  table: { items, timeZone, editable },
  people,
}: {
  teamId: string;
  monday: Day;
  table: ShiftTableView;
  people: Person[];
}) {
  const { locale } = useLanguage();
  const texts = useShiftTexts();
  const [adding, setAdding] = useState<{ person: Person; day: Day }>();
  const days = weekFrom(monday);
  const today = dayIn(Date.now(), timeZone);
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const dayName = (day: Day) => format.format(new Date(day));
  const left = new Map(
    items
      .filter(({ staffId }) => !people.some(({ id }) => id === staffId))
      .map((shift) => [shift.staffId, shift.staffName]),
  );
  const rows = [
    ...people.map(({ id, name }) => ({ id, name, isMember: true })),
    ...[...left].map(([id, name]) => ({ id, name, isMember: false })),
  ].toSorted((a, b) => a.name.localeCompare(b.name, locale));
  if (rows.length === 0)
    return (
      <Empty description={texts('noMembers')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
        {texts('noMembersDetail')}
      </Empty>
    );
  return (
    <div className="sheet shifts-scroll">
      <table className="shifts-table">
        <thead>
          <tr>
            <th scope="col">{texts('person')}</th>
            {days.map((day) => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {dayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {!person.isMember && <small>{texts('left')}</small>}
              </th>
              {days.map((day) => (
                <ShiftCell
                  key={day}
                  teamId={teamId}
                  shifts={items.filter(({ staffId, starts }) => staffId === person.id && starts.startsWith(day))}
                  editable={editable}
                  addLabel={
                    editable && person.isMember ? texts('add', { name: person.name, day: dayName(day) }) : undefined
                  }
                  onAdd={() => setAdding({ person, day })}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts('gaps')}</th>
            {days.map((day) => {
              const gaps = gapsOn(day, items);
              return (
                <td key={day} className={gaps.length > 0 ? 'shifts-gap' : 'shifts-covered'}>
                  {gaps.length > 0 ? gaps.map((gap) => <div key={gap}>{gap}</div>) : texts('covered')}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
      {adding && (
        <AddShift
          teamId={teamId}
          person={adding.person}
          day={adding.day}
          dayName={dayName(adding.day)}
          onClose={() => setAdding(undefined)}
        />
      )}
    </div>
  );
}
