import { BREACH, isFromBreachOn, namedBelow, placesOf, type RungDraft } from './ladder-draft.js';
import { useLadderTexts } from './texts.js';
import { useRungWords } from './use-rung-words.js';

/** The rungs on a line in time, breach marked. */
export function LadderLine({ rungs }: { rungs: readonly RungDraft[] }) {
  const texts = useLadderTexts();
  const { momentWords, ladderWords } = useRungWords();
  const places = placesOf(rungs);
  const below = namedBelow(places);
  return (
    <div className="sla-line" role="img" aria-label={ladderWords(rungs)}>
      <div className="sla-line-track">
        <i className="sla-line-before" style={{ width: `${BREACH}%` }} />
        {rungs.map(({ id, at }, place) => (
          <b
            key={id}
            data-late={isFromBreachOn(at) || undefined}
            data-below={below[place] || undefined}
            style={{ left: `${places[place]}%` }}
          >
            <span>{momentWords(at)}</span>
          </b>
        ))}
      </div>
      <span className="sla-line-start">{texts('start')}</span>
    </div>
  );
}
