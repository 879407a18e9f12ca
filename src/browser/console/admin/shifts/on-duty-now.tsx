import { useLanguage } from '../../i18n/i18n.js';
import { useOnDuty } from './queries.js';
import { useShiftTexts } from './texts.js';

/** Whom the desk would turn to now. */
export function OnDutyNow({ teamId }: { teamId: string }) {
  const { formats } = useLanguage();
  const texts = useShiftTexts();
  const people = useOnDuty(teamId).data?.items;
  if (!people) return null;
  const names = formats.list(people.map(({ name }) => name));
  const [first] = people;
  if (!first) return <p className="shifts-now shifts-now-nobody">{texts('nowNobody')}</p>;
  if (first.as === 'duty_manager') return <p className="shifts-now">{texts('nowManager', { names })}</p>;
  return <p className="shifts-now shifts-now-somebody">{texts('now', { names })}</p>;
}
