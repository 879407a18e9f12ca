import { Button } from 'antd';
import { useRef } from 'react';
import { type LadderKey, SLA_LIMITS, type SlaProblem } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useMayEdit } from '../editable.js';
import { moved, type RungDraft, withAnother } from './ladder-draft.js';
import { LadderLine } from './ladder-line.js';
import { RungEditor } from './rung-editor.js';
import { useLadderTexts } from './texts.js';
import { useRungWords } from './use-rung-words.js';

/** One ladder: its rungs in order, the first to fire on top. */
export function LadderRungs({
  ladder,
  rungs,
  problems,
  onChange,
}: {
  ladder: LadderKey;
  rungs: readonly RungDraft[];
  problems: readonly SlaProblem[];
  onChange: (rungs: RungDraft[]) => void;
}) {
  const { pick } = useLanguage();
  const texts = useLadderTexts();
  const mayEdit = useMayEdit();
  const { momentWords } = useRungWords();
  const added = useRef(0);
  const path = `ladders.${ladder}`;
  const whole = problems.find((problem) => problem.path === path);
  const add = () => {
    added.current += 1;
    onChange(withAnother(rungs, `new ${added.current}`));
  };
  return (
    <section className="sheet sla-part">
      <p className="field-hint">{texts(ladder === 'P0' ? 'P0Hint' : 'kindHint')}</p>
      {rungs.length > 0 ? <LadderLine rungs={rungs} /> : <p className="sla-quiet">{texts('empty')}</p>}
      {whole && (
        <p role="alert" className="field-error">
          {pick(whole.fix)}
        </p>
      )}
      <ol className="sla-rungs">
        {rungs.map((rung, place) => {
          const shown = { place: place + 1 };
          const moves = [
            { by: -1, sign: '↑', label: texts('up', shown), impossible: place === 0 },
            { by: 1, sign: '↓', label: texts('down', shown), impossible: place === rungs.length - 1 },
          ] as const;
          return (
            <li key={rung.id} aria-label={texts('rung', shown)}>
              <header>
                <b>{texts('rung', shown)}</b>
                <span className="badge">{momentWords(rung.at)}</span>
                {mayEdit && (
                  <span className="sla-rung-moves">
                    {moves.map(({ by, sign, label, impossible }) => (
                      <button
                        key={by}
                        type="button"
                        className="quiet-button"
                        aria-label={label}
                        aria-disabled={impossible}
                        onClick={() => !impossible && onChange(moved(rungs, place, by))}
                      >
                        {sign}
                      </button>
                    ))}
                    <button
                      type="button"
                      className="quiet-button"
                      aria-label={texts('removeRung', shown)}
                      onClick={() => onChange(rungs.filter(({ id }) => id !== rung.id))}
                    >
                      ✕
                    </button>
                  </span>
                )}
              </header>
              <RungEditor
                rung={rung}
                path={`${path}.${place}`}
                problems={problems}
                onChange={(change) =>
                  onChange(rungs.map((each) => (each.id === rung.id ? { ...each, ...change } : each)))
                }
              />
            </li>
          );
        })}
      </ol>
      {mayEdit && (
        <div>
          <Button onClick={add} disabled={rungs.length >= SLA_LIMITS.rungs}>
            + {texts('addRung')}
          </Button>
        </div>
      )}
    </section>
  );
}
