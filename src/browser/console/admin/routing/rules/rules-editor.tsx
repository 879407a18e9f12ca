import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useId, useRef, useState } from 'react';
import { type RoutingRulesView, routingRulesProblems, WORK_KINDS } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Labelled } from '../../../shared/labelled.js';
import { useDraft } from '../../../shared/use-draft.js';
import { useSkillTexts } from '../../../skills/texts.js';
import { DraftForm } from '../../draft-form.js';
import { NoteField } from '../../sla/note-field.js';
import { refusedFields } from '../../sla/refused.js';
import { Remarks } from '../problems.js';
import { useSaveRules } from '../queries.js';
import { useRoutingTexts } from '../texts.js';
import { HeadStarts } from './head-starts.js';
import { NeedRow } from './need-row.js';
import { type DraftNeed, draftOf, type RulesDraft, rulesOf, serverDraft } from './rules-draft.js';
import { RulesHistory } from './rules-history.js';
import { useNeedWords } from './use-need-words.js';
import { useRuleWords } from './use-rule-words.js';

/** The rules of all teams: who comes first, what work takes, which skills cases ask for; and the versions before. */
export function RulesEditor({ view }: { view: RoutingRulesView }) {
  const { formats } = useLanguage();
  const texts = useRoutingTexts();
  const kinds = useSkillTexts();
  const words = useNeedWords();
  const { headStartsInWords, unitsInWords } = useRuleWords();
  const id = useId();
  const form = useDraft<RulesDraft>(serverDraft(view));
  const saving = useSaveRules();
  const [note, setNote] = useState('');
  const added = useRef(0);
  const { draft } = form;
  const rules = rulesOf(draft);
  const problems = [...(rules ? routingRulesProblems(rules) : []), ...refusedFields(saving.error)];
  // What was warned of is about the needs as they were saved.
  const warnings = form.isDirty ? [] : view.warnings.map(({ path, message }) => ({ path, fix: message }));

  const setNeeds = (needs: DraftNeed[]) => form.set({ needs });
  const addNeed = () => {
    added.current += 1;
    const need: DraftNeed = {
      id: `new-${added.current}`,
      when: { locale: 'en' },
      skill: 'language:en',
      minimum: 60,
      required: false,
    };
    setNeeds([...draft.needs, need]);
  };

  return (
    <div className="routing-form">
      <DraftForm
        form={form}
        saving={saving}
        toSave={() => (rules && problems.length === 0 ? { rules, note: note.trim() } : undefined)}
        draftOf={(saved) => {
          setNote('');
          return serverDraft(saved);
        }}
        field={(key, value) => ({
          label: texts(key === 'units' ? 'unitsTitle' : key),
          value:
            key === 'headStarts'
              ? headStartsInWords(value.headStarts)
              : key === 'units'
                ? unitsInWords(value.units)
                : formats.list(value.needs.map(words)),
        })}
        className="routing-form"
      >
        {() => (
          <>
            <section className="sheet routing-part" aria-labelledby={`${id}-head`}>
              <h3 id={`${id}-head`}>{texts('headStarts')}</h3>
              <p className="field-hint">{texts('headStartsHint')}</p>
              <HeadStarts
                value={draft.headStarts}
                problems={problems}
                onChange={(headStarts) => form.set({ headStarts })}
              />
            </section>
            <section className="sheet routing-part" aria-labelledby={`${id}-units`}>
              <h3 id={`${id}-units`}>{texts('unitsTitle')}</h3>
              <p className="field-hint">{texts('unitsHint')}</p>
              <div className="routing-fields">
                {WORK_KINDS.map((kind) => (
                  <Labelled key={kind} id={`${id}-${kind}`} label={kinds(`kind.${kind}`)}>
                    <InputNumber
                      id={`${id}-${kind}`}
                      min={1}
                      max={20}
                      precision={0}
                      value={draft.units[kind]}
                      onChange={(units) => units !== null && form.set({ units: { ...draft.units, [kind]: units } })}
                    />
                    <Remarks of={(path) => path === `rules.units.${kind}`} remarks={problems} />
                  </Labelled>
                ))}
              </div>
            </section>
            <section className="sheet routing-part" aria-labelledby={`${id}-needs`}>
              <h3 id={`${id}-needs`}>{texts('needs')}</h3>
              <p className="field-hint">{texts('needsHint')}</p>
              {draft.needs.length === 0 && <p className="staff-quiet">{texts('noNeeds')}</p>}
              <ol className="routing-needs">
                {draft.needs.map((need, place) => (
                  <NeedRow
                    key={need.id}
                    need={need}
                    place={place}
                    startsOpen={need.id.startsWith('new-')}
                    problems={problems}
                    warnings={warnings}
                    onChange={(changed) =>
                      setNeeds(draft.needs.map((each) => (each.id === changed.id ? changed : each)))
                    }
                    onRemove={() => setNeeds(draft.needs.filter((each) => each.id !== need.id))}
                  />
                ))}
              </ol>
              <Button icon={<PlusOutlined aria-hidden />} onClick={addNeed}>
                {texts('addNeed')}
              </Button>
            </section>
            {form.isDirty && (
              <section className="sheet routing-part">
                <NoteField note={note} onChange={setNote} />
              </section>
            )}
          </>
        )}
      </DraftForm>
      <RulesHistory current={view} onTake={(taken) => form.set(draftOf(taken))} />
    </div>
  );
}
