import { type Locale, REPLY_LIMITS, unknownVariables } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Variables } from '../kept/variables.js';
import { TeamChoice } from '../team-choice.js';
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
  const { formats } = useLanguage();
  const texts = useMacroAdminTexts();
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
      <Variables />
      <TeamChoice
        label={texts('team')}
        allTeams={texts('allTeams')}
        value={draft.teamId}
        onChange={(teamId) => onChange({ teamId })}
      />
    </>
  );
}
