import { type WallBoardPersonView, WORK_KINDS } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useSkillTexts } from '../skills/texts.js';
import { useWallTexts } from './texts.js';

/** Units in use, in all and by kind of work, as a bar and in words. */
export function PersonLoad({
  person: { load, capacity, kindLoads, kindLimits, pausedKinds },
}: {
  person: WallBoardPersonView;
}) {
  const texts = useWallTexts();
  const { formats } = useLanguage();
  const kind = useSkillTexts();
  const share = capacity > 0 ? Math.min(1, load / capacity) : load > 0 ? 1 : 0;
  const kinds = WORK_KINDS.filter((each) => (kindLoads[each] ?? 0) > 0 || kindLimits[each] !== undefined);
  return (
    <div className="wall-load">
      <div className="wall-bar" aria-hidden="true">
        <span className={load >= capacity ? 'wall-bar-full' : undefined} style={{ width: `${share * 100}%` }} />
      </div>
      <span className="tabular">
        {texts('load', { load, capacity })}
        {load >= capacity && ` · ${texts(load > capacity ? 'over' : 'full')}`}
      </span>
      {(kinds.length > 1 || Object.keys(kindLimits).length > 0) && (
        <span className="wall-small wall-kinds">
          {kinds.map((each) => (
            <span key={each} className="tabular">
              {kind(`kind.${each}`)} {kindLoads[each] ?? 0}
              {kindLimits[each] !== undefined && `/${kindLimits[each]}`}
            </span>
          ))}
        </span>
      )}
      {pausedKinds.length > 0 && (
        <span className="badge badge-warn">
          {texts('paused', { kinds: formats.list(pausedKinds.map((each) => kind(`kind.${each}`))) })}
        </span>
      )}
    </div>
  );
}
