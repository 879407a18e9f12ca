import { App, Button } from 'antd';
import type { MacroView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useDeedWords } from '../../macros/use-deed-words.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { PageFrame } from '../page-frame.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { draftOf, inputOf, type MacroDraft } from './macro-draft.js';
import { MacroForm } from './macro-form.js';
import { useArchiveMacro, useEditMacro } from './queries.js';
import { useMacroAdminTexts } from './texts.js';

/** One macro, and its end. */
export function MacroEditor({ macro }: { macro: MacroView }) {
  const { t, pick } = useLanguage();
  const texts = useMacroAdminTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const wordsOf = useDeedWords();
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<MacroDraft>(draftOf(macro));
  const archiving = useArchiveMacro(macro.id);
  const setArchived = (archived: boolean) =>
    archiving.mutate(
      { archived, version: macro.version },
      {
        onSuccess: () => void message.success(texts(archived ? 'archivedDone' : 'restoredDone')),
        onError: (error) => void message.error(problemText(t, error).title),
      },
    );
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
    <PageFrame
      title={pick(macro.title)}
      intro={texts('typed', { initials: macro.initials, pinyin: macro.pinyin })}
      actions={
        <>
          <Button onClick={() => goTo(adminAddress('macros'))}>{adminTexts('back')}</Button>
          <Button loading={archiving.isPending} disabled={form.isDirty} onClick={() => setArchived(!macro.archived)}>
            {texts(macro.archived ? 'restore' : 'archive')}
          </Button>
        </>
      }
    >
      <section className="admin-sheet staff-part canned-editor">
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
      </section>
    </PageFrame>
  );
}
