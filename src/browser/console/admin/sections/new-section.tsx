import { Button } from 'antd';
import { useState } from 'react';
import type { ArticleSectionView, SectionPlace } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { SaveBar } from '../save-bar.js';
import { useAddSection } from './queries.js';
import { newDraft, recordOf } from './section-draft.js';
import { SectionForm } from './section-form.js';
import { useSectionTexts } from './texts.js';

/** A new section in this place. */
export function NewSection({
  place,
  name,
  sections,
}: {
  place: SectionPlace;
  name: string;
  sections: readonly ArticleSectionView[];
}) {
  const { t } = useLanguage();
  const texts = useSectionTexts();
  const [draft, setDraft] = useState(() => newDraft(place));
  const [tried, setTried] = useState(false);
  const adding = useAddSection();
  const errors = isProblem(adding.error, 'invalid_input') ? (adding.error.problem.errors ?? []) : [];
  const toTree = () => goTo(adminAddress('sections'));
  const save = () => {
    setTried(true);
    const record = recordOf(draft);
    if (!record) return;
    const { category, parentId } = draft;
    adding.mutate(
      { category, parentId, ...record },
      { onSuccess: ({ id }) => goTo(adminAddress('sections', id), 'replace') },
    );
  };
  return (
    <form
      aria-label={texts('create')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header className="section-head">
        <h3>{texts('createIn', { name })}</h3>
        <Button className="section-back" onClick={toTree}>
          {t('common.back')}
        </Button>
      </header>
      <section className="sheet section-part">
        <SectionForm
          draft={draft}
          sections={sections}
          tried={tried}
          refused={errors.map(({ path }) => path)}
          onChange={(change) => {
            adding.reset();
            setDraft((current) => ({ ...current, ...change }));
          }}
        />
      </section>
      <SaveBar
        isDirty
        isSaving={adding.isPending}
        error={adding.error}
        saveLabel={texts('create')}
        onDiscard={toTree}
      />
    </form>
  );
}
