import { Select } from 'antd';
import { useId } from 'react';
import { type Locale, REPLY_LIMITS, REPLY_VARIABLES, unknownVariables } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useStaff } from '../../session/session.js';
import { BilingualInput } from '../bilingual-input.js';
import { useCannedTexts } from '../canned-replies/texts.js';
import { Labelled } from '../labelled.js';
import { DeedFields } from './deed-fields.js';
import { hasReply, isEmpty, type MacroDraft } from './macro-draft.js';
import { useMacroAdminTexts } from './texts.js';

interface Props {
  draft: MacroDraft;
  tried: boolean;
  onChange: (change: Partial<MacroDraft>) => void;
}

/** What a macro is called, does and says, and whom it is for. */
export function MacroForm({ draft, tried, onChange }: Props) {
  const { pick, formats } = useLanguage();
  const texts = useMacroAdminTexts();
  const canned = useCannedTexts();
  const id = useId();
  const staff = useStaff();
  const teams = (useTeams().data?.items ?? []).filter(
    (team) =>
      team.id === draft.teamId || (!team.archived && (staff.role === 'admin' || staff.teamIds.includes(team.id))),
  );
  const answers = hasReply(draft);
  const errorOf = (field: 'title' | 'reply') => (locale: Locale) => {
    const unknown = unknownVariables(draft[field][locale]);
    if (unknown.length > 0) return texts('unknown', { variables: formats.list(unknown) });
    const isMissing = draft[field][locale].trim() === '' && (field === 'title' || answers);
    return tried && isMissing ? texts('required') : undefined;
  };
  return (
    <>
      <BilingualInput
        label={texts('name')}
        value={draft.title}
        maxLength={REPLY_LIMITS.title}
        errorOf={errorOf('title')}
        onChange={(title) => onChange({ title })}
      />
      <DeedFields deeds={draft.deeds} onChange={(deeds) => onChange({ deeds })} />
      {tried && isEmpty(draft) && (
        <p role="alert" className="field-error">
          {texts('nothingYet')}
        </p>
      )}
      <BilingualInput
        label={texts('reply')}
        value={draft.reply}
        maxLength={REPLY_LIMITS.body}
        rows={5}
        required={answers}
        errorOf={errorOf('reply')}
        onChange={(reply) => onChange({ reply })}
      />
      <div className="canned-variables">
        <p>{canned('variables')}</p>
        <ul>
          {REPLY_VARIABLES.map((variable) => (
            <li key={variable}>
              <code>{`{{${variable}}}`}</code> {canned(variable)}
            </li>
          ))}
        </ul>
        <p>{canned('missing')}</p>
      </div>
      <Labelled id={`${id}-team`} label={texts('team')}>
        <Select
          id={`${id}-team`}
          style={{ width: '100%' }}
          value={draft.teamId ?? ''}
          options={[
            { value: '', label: texts('allTeams') },
            ...teams.map((team) => ({ value: team.id, label: pick(team.name) })),
          ]}
          onChange={(teamId: string) => onChange({ teamId: teamId || null })}
        />
      </Labelled>
    </>
  );
}
