import { HAND_OVER_REASONS, REPLAY_DEEDS, type ReplayCounts } from '../../../../../contract/index.js';
import { useReplayTexts } from './texts.js';

/** How often the bot would do what, before and after; hand-overs by their reason as well. */
export function ReplayCountsTable({ before, after }: { before: ReplayCounts; after: ReplayCounts }) {
  const texts = useReplayTexts();
  const deeds = REPLAY_DEEDS.filter((deed) => before.deeds[deed] > 0 || after.deeds[deed] > 0);
  const reasons = HAND_OVER_REASONS.filter((reason) => before.reasons[reason] || after.reasons[reason]);
  return (
    <table className="replay-counts">
      <thead>
        <tr>
          <th scope="col">{texts('deed')}</th>
          <th scope="col">{texts('before')}</th>
          <th scope="col">{texts('after')}</th>
        </tr>
      </thead>
      <tbody>
        {deeds.flatMap((deed) => [
          <Line key={deed} name={texts(`deeds.${deed}`)} before={before.deeds[deed]} after={after.deeds[deed]} />,
          ...(deed === 'handed_over'
            ? reasons.map((reason) => (
                <Line
                  key={reason}
                  isPart
                  name={texts(`reason.${reason}`)}
                  before={before.reasons[reason] ?? 0}
                  after={after.reasons[reason] ?? 0}
                />
              ))
            : []),
        ])}
      </tbody>
    </table>
  );
}

function Line({
  name,
  before,
  after,
  isPart = false,
}: {
  name: string;
  before: number;
  after: number;
  isPart?: boolean;
}) {
  const difference = after - before;
  return (
    <tr className={isPart ? 'replay-part' : undefined}>
      <th scope="row">{name}</th>
      <td className="tabular">{before}</td>
      <td className="tabular">
        {after}
        {difference !== 0 && <small>{difference > 0 ? ` +${difference}` : ` −${-difference}`}</small>}
      </td>
    </tr>
  );
}
