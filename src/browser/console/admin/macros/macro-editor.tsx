import type { MacroView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useDeedWords } from '../../macros/use-deed-words.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { KeptFrame } from '../kept/kept-frame.js';
import { draftOf, inputOf, type MacroDraft } from './macro-draft.js';
import { MacroForm } from './macro-form.js';
import { useArchiveMacro, useEditMacro } from './queries.js';
import { useMacroAdminTexts } from './texts.js';

/** One macro, and its end. */
export function MacroEditor({ macro }: { macro: MacroView }) {
  const { pick } = useLanguage();
  const texts = useMacroAdminTexts();
  const wordsOf = useDeedWords();
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<MacroDraft>(draftOf(macro));
  const labels: Record<keyof MacroDraft, string> = {
    title: texts('name'),
    deeds: texts('deeds'),
    reply: texts('reply'),
    teamId: texts('team'),
  };
  const shown = (field: keyof MacroDraft, draft: MacroDraft): string => {
    if (field === 'deeds') return wordsOf(draft.deeds).join(' · ');
    if (field !== 'teamId') return inBothLanguages(draft[field]);
    const team = teams.find(({ id }) => id === draft.teamId);
    return team ? pick(team.name) : texts('allTeams');
  };
  return (
    <KeptFrame one={macro} page="macros" texts={texts} archiving={useArchiveMacro(macro.id)} isDirty={form.isDirty}>
      <DraftForm
        form={form}
        saving={useEditMacro(macro.id)}
        toSave={() => inputOf(form.draft)}
        draftOf={draftOf}
        field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
        label={texts('settings')}
        className="staff-form"
      >
        {({ tried }) => <MacroForm draft={form.draft} tried={tried} onChange={form.set} />}
      </DraftForm>
    </KeptFrame>
  );
}
