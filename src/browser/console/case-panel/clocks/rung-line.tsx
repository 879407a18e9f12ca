import { Button } from 'antd';
import type { ClockRungView, RungOutcome, RungTime } from '../../../../contract/index.js';
import { useEscalations, useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { isStillAhead } from '../../shared/server-time.js';
import { writeDuration } from '../../sla/duration.js';
import { useAcknowledge } from '../../sla/use-acknowledge.js';
import { useClocksTexts } from './texts.js';

/** A rung of the ladder: when, what became of it, and whether somebody still has to say that they have seen it. */
export function RungLine({ rung, number }: { rung: ClockRungView; number: string }) {
  const { formats, locale } = useLanguage();
  const texts = useClocksTexts();
  const open = useEscalations().data?.items.find(({ id }) => id === rung.escalationId);
  const acknowledge = useAcknowledge(number);
  const { state, time, firedAt, acknowledgedAt, acknowledgedBy, also } = rung;
  const moment = (at: RungTime): string => {
    if ('percent' in at) return texts('percent', { percent: at.percent });
    if ('breach' in at) return texts('breach');
    return texts('after', { duration: writeDuration(at.afterMinutes * 60, locale) });
  };
  const said =
    state === 'fired'
      ? texts('fired', { at: formats.short(firedAt ?? time ?? '') })
      : state === 'passed_over'
        ? texts('passedOver')
        : state === 'ahead' && time
          ? texts('ahead', { at: formats.short(time) })
          : texts('leftOut');
  return (
    <li className={`rung rung-${state}`}>
      <span className="rung-when">{moment(rung.at)}</span>
      <span className="rung-said">
        {said}
        {acknowledgedAt && (
          <span className="rung-seen">
            {texts('acknowledged', { name: acknowledgedBy ?? '', at: formats.short(acknowledgedAt) })}
          </span>
        )}
        {also.map((outcome) => (
          <Outcome key={outcome.do} outcome={outcome} />
        ))}
      </span>
      {open && (
        <span className="rung-open">
          <span className="rung-urgent">
            {open.acknowledgeBy && isStillAhead(open.acknowledgeBy)
              ? texts('acknowledgeBy', { at: formats.short(open.acknowledgeBy) })
              : texts('waiting')}
          </span>
          <Button
            size="small"
            type="primary"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate(open.id)}
          >
            {texts('acknowledge')}
          </Button>
        </span>
      )}
    </li>
  );
}

function Outcome({ outcome }: { outcome: RungOutcome }) {
  const { pick } = useLanguage();
  const texts = useClocksTexts();
  const teams = useTeams().data?.items ?? [];
  const team = outcome.do === 'hand_to' ? teams.find(({ id }) => id === outcome.teamId) : undefined;
  return (
    <span className="rung-also">
      {outcome.done
        ? texts(`did.${outcome.do}`, {
            from: outcome.from ?? '',
            to: outcome.to ?? '',
            team: team ? pick(team.name) : '',
          })
        : texts(`undone.${outcome.do}`)}
    </span>
  );
}
