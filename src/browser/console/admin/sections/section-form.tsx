import { Input } from 'antd';
import { useId } from 'react';
import { type ArticleSectionView, SECTION_LIMITS, sectionFault } from '../../../../contract/index.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { PlaceSelect } from './place-select.js';
import { hasName, hasSlug, type SectionDraft, slugOf } from './section-draft.js';
import { useSectionTexts } from './texts.js';

/** What a section is called, where its page is, and where it stands. @param own the section itself, unless it is new */
export function SectionForm({
  draft,
  sections,
  own,
  tried,
  refused,
  onChange,
}: {
  draft: SectionDraft;
  sections: readonly ArticleSectionView[];
  own?: string;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<SectionDraft>) => void;
}) {
  const texts = useSectionTexts();
  const id = useId();
  const slugIsWrong = (tried && !hasSlug(draft)) || refused.includes('slug');
  const suggested = slugOf(draft.names.en);
  return (
    <>
      <BilingualInput
        label={texts('name')}
        value={draft.names}
        maxLength={SECTION_LIMITS.name}
        required={false}
        errorOf={(locale) => (tried && locale === 'zh-CN' && !hasName(draft) ? texts('nameMissing') : undefined)}
        onChange={(names) =>
          // Until somebody writes an address of its own, it follows the English name.
          onChange({ names, ...(!own && draft.slug === suggested && { slug: slugOf(names.en) }) })
        }
      />
      <div className="field-pair">
        <Labelled
          id={`${id}-slug`}
          label={texts('slug')}
          hint={texts('slugHint')}
          required
          error={slugIsWrong ? texts('slugWrong') : undefined}
        >
          <Input
            id={`${id}-slug`}
            value={draft.slug}
            maxLength={SECTION_LIMITS.slug}
            autoComplete="off"
            spellCheck={false}
            status={slugIsWrong ? 'error' : undefined}
            onChange={({ target }) => onChange({ slug: target.value.toLowerCase() })}
          />
        </Labelled>
        <Labelled
          id={`${id}-place`}
          label={texts('place')}
          hint={texts('placeHint')}
          error={refused.includes('parentId') ? texts('placeWrong') : undefined}
        >
          <PlaceSelect
            id={`${id}-place`}
            sections={sections}
            value={{ category: draft.category, sectionId: draft.parentId }}
            isPossible={({ category, sectionId }) => !sectionFault(sections, { category, parentId: sectionId }, own)}
            onChange={(place) => place && onChange({ category: place.category, parentId: place.sectionId })}
          />
        </Labelled>
      </div>
      <BilingualInput
        label={texts('description')}
        value={draft.descriptions}
        maxLength={SECTION_LIMITS.description}
        rows={3}
        required={false}
        errorOf={() => undefined}
        onChange={(descriptions) => onChange({ descriptions })}
      />
    </>
  );
}
