import { type ReactNode, useState } from 'react';
import {
  LADDER_KEYS,
  type LadderKey,
  type Ladders,
  type LadderView,
  ladderProblems,
} from '../../../../../contract/index.js';
import { Choice } from '../../../shared/choice.js';
import { useDraft } from '../../../shared/use-draft.js';
import { DraftForm } from '../../draft-form.js';
import { Editable } from '../editable.js';
import { NoteField } from '../note-field.js';
import type { Draft } from '../preview/draft.js';
import { useSaveLadders } from '../queries.js';
import { refusedFields } from '../refused.js';
import { RetimeChoice } from '../retime-choice.js';
import { useSlaTexts } from '../texts.js';
import { draftOf, type LadderDraft, laddersOf } from './ladder-draft.js';
import { LadderHistory } from './ladder-history.js';
import { LadderRungs } from './ladder-rungs.js';
import { useLadderTexts } from './texts.js';
import { useRungWords } from './use-rung-words.js';

const serverDraft = ({ version, ladders }: LadderView) => ({ version, draft: draftOf(ladders) });

/** The ladders, one open at a time; saved together as a new version. */
export function LadderEditor({ current, preview }: { current: LadderView; preview: (draft: Draft) => ReactNode }) {
  const texts = useLadderTexts();
  const slaTexts = useSlaTexts();
  const { ladderName, ladderWords } = useRungWords();
  const [open, setOpen] = useState<LadderKey>('first_response');
  const [note, setNote] = useState('');
  const form = useDraft<LadderDraft>(serverDraft(current));
  const [retime, setRetime] = useState(false);
  const saving = useSaveLadders(() => {
    setNote('');
    setRetime(false);
  });
  const ladders = laddersOf(form.draft);
  const own = ladderProblems(ladders);
  const problems = [...own, ...refusedFields(saving.error)];
  const wrong = LADDER_KEYS.filter((key) => problems.some(({ path }) => `${path}.`.startsWith(`ladders.${key}.`)));
  const toSave = () => {
    if (own.length === 0) return { ladders, note: note.trim(), retime };
    // What is wrong is shown, wherever it is.
    if (wrong[0] && !wrong.includes(open)) setOpen(wrong[0]);
    return undefined;
  };
  return (
    <div className="sla-columns">
      <div className="sla-editor">
        <p className="sla-state">
          <b>{slaTexts('version', { version: current.version })}</b>
          <span>{texts('running', { current: current.runningClocks, older: current.olderClocks })}</span>
        </p>
        <DraftForm
          form={form}
          saving={saving}
          toSave={toSave}
          draftOf={serverDraft}
          field={(key, draft) => ({ label: ladderName(key), value: ladderWords(draft[key]) })}
          label={slaTexts('ladders')}
        >
          {() => (
            <>
              <div className="sla-which">
                <Choice
                  label={texts('which')}
                  value={open}
                  options={LADDER_KEYS.map((value) => ({
                    value,
                    label: wrong.includes(value) ? `${ladderName(value)} ⚠` : ladderName(value),
                  }))}
                  onChange={setOpen}
                />
              </div>
              <Editable>
                <LadderRungs
                  key={open}
                  ladder={open}
                  rungs={form.draft[open]}
                  problems={problems}
                  onChange={(rungs) => form.set({ [open]: rungs })}
                />
                {form.isDirty && (
                  <section className="sheet sla-part" aria-label={slaTexts('beforeSaving')}>
                    <NoteField note={note} onChange={setNote} />
                    <RetimeChoice
                      retime={retime}
                      running={current.runningClocks + current.olderClocks}
                      outlook={<p className="sla-quiet">{texts('retimeHint')}</p>}
                      onChange={setRetime}
                    />
                  </section>
                )}
              </Editable>
            </>
          )}
        </DraftForm>
        <LadderHistory current={current} onTake={(taken: Ladders) => form.set(draftOf(taken))} />
      </div>
      {preview({ ladders: form.isDirty ? ladders : undefined, isWrong: own.length > 0 })}
    </div>
  );
}
