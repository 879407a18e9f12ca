import { InputNumber, Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import { type TeamRoutingView, teamRoutingProblems } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Labelled } from '../../../shared/labelled.js';
import { useDraft } from '../../../shared/use-draft.js';
import { writeDuration } from '../../../sla/duration.js';
import { DraftForm } from '../../draft-form.js';
import { DurationInput } from '../../sla/duration-input.js';
import { refusedFields } from '../../sla/refused.js';
import { Remarks } from '../problems.js';
import { useSaveTeamRouting } from '../queries.js';
import { useRoutingTexts } from '../texts.js';
import { OverflowTeams } from './overflow-teams.js';
import { Story } from './story.js';
import { StrategyChoice } from './strategy-choice.js';
import { serverDraft, settingsOf, type TeamRoutingDraft } from './team-routing-draft.js';

const DURATIONS = ['answerWithinSeconds', 'releaseAfter', 'relaxAfterSeconds', 'overflowAfterSeconds'] as const;
type DurationField = (typeof DURATIONS)[number];

/** How one team gives out its work. */
export function TeamRoutingEditor({ view }: { view: TeamRoutingView }) {
  const { pick, formats, locale } = useLanguage();
  const texts = useRoutingTexts();
  const teams = useTeams().data?.items ?? [];
  const id = useId();
  const form = useDraft<TeamRoutingDraft>(serverDraft(view));
  const saving = useSaveTeamRouting(view.teamId);
  const { draft } = form;
  const settings = settingsOf(draft);
  const problems = [...(settings ? teamRoutingProblems(view.teamId, settings) : []), ...refusedFields(saving.error)];

  const shown = (key: keyof TeamRoutingDraft, value: TeamRoutingDraft): string => {
    if (key === 'strategy') return texts(`strategy.${value.strategy}`);
    if (key === 'shiftOnly') return texts(value.shiftOnly ? 'yes' : 'no');
    if (key === 'overflowTeamIds')
      return formats.list(value.overflowTeamIds.map((team) => pickName(teams.find((each) => each.id === team)?.name)));
    const plain = value[key];
    if (plain === null) return '–';
    return typeof plain === 'number' && isDuration(key) ? writeDuration(plain, locale) : String(plain);
  };
  const pickName = (name: Parameters<typeof pick>[0] | undefined) => (name ? pick(name) : '');

  const duration = (field: DurationField, hint: string, placeholder: string): ReactNode => {
    const path = field === 'releaseAfter' ? 'releaseAfterMinutes' : field;
    return (
      <Labelled id={`${id}-${field}`} label={texts(field)} hint={hint}>
        <DurationInput
          id={`${id}-${field}`}
          label={texts(field)}
          className="routing-short"
          value={draft[field]}
          placeholder={placeholder}
          error={typeof draft[field] === 'string' ? texts('unreadable') : undefined}
          onChange={(value) => form.set({ [field]: value })}
        />
        <Remarks of={(at) => at === path} remarks={problems} />
      </Labelled>
    );
  };
  const count = (field: 'queueLimit' | 'surgeWaiting', hint: string): ReactNode => (
    <Labelled id={`${id}-${field}`} label={texts(field)} hint={hint}>
      <InputNumber
        id={`${id}-${field}`}
        className="routing-short"
        min={1}
        precision={0}
        placeholder={texts('noLimit')}
        suffix={texts('people')}
        value={draft[field]}
        onChange={(value) => form.set({ [field]: value })}
      />
      <Remarks of={(at) => at === field} remarks={problems} />
    </Labelled>
  );

  return (
    <DraftForm
      form={form}
      saving={saving}
      toSave={() => (settings && problems.length === 0 ? settings : undefined)}
      draftOf={serverDraft}
      field={(key, value) => ({ label: texts(key), value: shown(key, value) })}
      className="routing-form"
    >
      {() => (
        <>
          <Part title={texts('strategy')}>
            <StrategyChoice value={draft.strategy} onChange={(strategy) => form.set({ strategy })} />
            <div className="routing-fields">
              <Labelled id={`${id}-days`} label={texts('lastAgentDays')} hint={texts('lastAgentDaysHint')}>
                <InputNumber
                  id={`${id}-days`}
                  className="routing-short"
                  min={0}
                  max={365}
                  precision={0}
                  suffix={texts('days')}
                  value={draft.lastAgentDays}
                  onChange={(days) => form.set({ lastAgentDays: days ?? 0 })}
                />
              </Labelled>
              <Labelled id={`${id}-shift`} label={texts('shiftOnly')} hint={texts('shiftOnlyHint')}>
                <Switch
                  id={`${id}-shift`}
                  checked={draft.shiftOnly}
                  onChange={(shiftOnly) => form.set({ shiftOnly })}
                />
                <Remarks
                  tone="warning"
                  of={(path) => path === 'shiftOnly'}
                  remarks={view.warnings.map(({ path, message }) => ({ path, fix: message }))}
                />
              </Labelled>
            </div>
          </Part>
          <Part title={texts('stages')}>
            <Story settings={settings} teamName={(team) => pickName(teams.find((each) => each.id === team)?.name)} />
            <div className="routing-fields">
              {duration('relaxAfterSeconds', texts('relaxHint'), texts('always'))}
              {duration('overflowAfterSeconds', texts('overflowHint'), texts('never'))}
            </div>
            <OverflowTeams
              own={view.teamId}
              value={draft.overflowTeamIds}
              problems={problems}
              warnings={view.warnings.map(({ path, message }) => ({ path, fix: message }))}
              onChange={(overflowTeamIds) => form.set({ overflowTeamIds })}
            />
          </Part>
          <Part title={texts('times')}>
            <div className="routing-fields">
              {duration('answerWithinSeconds', texts('answerWithinHint'), texts('never'))}
              {duration('releaseAfter', texts('releaseAfterHint'), texts('never'))}
            </div>
          </Part>
          <Part title={texts('limits')}>
            <div className="routing-fields">
              {count('queueLimit', texts('queueLimitHint'))}
              {count('surgeWaiting', texts('surgeHint'))}
            </div>
          </Part>
        </>
      )}
    </DraftForm>
  );
}

const isDuration = (key: string): key is DurationField => DURATIONS.some((field) => field === key);

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sheet routing-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
