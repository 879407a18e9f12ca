import { useOnDuty } from './queries.js';
import { useShiftTexts } from './texts.js';

/** Whom the desk would turn to now. */
export function OnDutyNow({ teamId }: { teamId: string }) {
  const texts = useShiftTexts();
  const people = useOnDuty(teamId).data?.items;
  if (!people) return null;
  const names = people.map(({ name }) => name).join('、');
  const [first] = people;
  if (!first) return <p className="shifts-now shifts-now-nobody">{texts('nowNobody')}</p>;
  if (first.as === 'duty_manager') return <p className="shifts-now">{texts('nowManager', { names })}</p>;
  return <p className="shifts-now shifts-now-somebody">{texts('now', { names })}</p>;
}
