import { type CSSProperties, useState } from 'react';
import { isColor, type Locale } from '../../../../contract/index.js';
import { accentPalette } from '../../../widget/frame/logic/accent.js';
import { inkOn } from '../../../widget/loader/options.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Choice } from '../../shared/choice.js';
import type { SiteDraft } from './site-draft.js';
import { useSiteTexts } from './texts.js';

/** The loader's own mark. */
const LANTERN = 'M14 0l11 9H3zM5 10h18l-3 14H8zM14 12q-7 8 0 9 7-1 0-9M7 25h14v3H7z';

const rgb = (color: number[] | undefined) => `rgb(${color?.join(' ')})`;

/** How the widget will look on a host page; the words and colours are those of the form. */
export function Preview({ draft }: { draft: SiteDraft }) {
  const { locale: reader } = useLanguage();
  const texts = useSiteTexts();
  const [chosen, setChosen] = useState<Locale>();
  const locale = chosen ?? (draft.locale || reader);
  const categories = useCategories().data?.items ?? [];
  const color = isColor(draft.color) ? draft.color : '#5f6b68';
  const palette = accentPalette(color);
  const colors = {
    '--accent': rgb(palette.accent),
    '--on-accent': rgb(palette['on-accent']),
    '--launcher': color,
    '--on-launcher': inkOn(color),
  } as CSSProperties;
  return (
    <aside className="site-preview" aria-label={texts('preview')}>
      <div className="site-preview-head">
        <h3>{texts('preview')}</h3>
        <Choice<Locale>
          label={texts('previewLanguage')}
          value={locale}
          options={[
            { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
            { value: 'en', label: 'EN', lang: 'en' },
          ]}
          onChange={setChosen}
        />
      </div>
      <div className={`site-stage site-stage-${draft.position}`} style={colors} lang={locale} aria-hidden="true">
        <span className="site-stage-page">{texts('previewPage')}</span>
        <div className="site-panel">
          <div className="site-hero">
            <small>{draft.name || '…'}</small>
            <strong>{draft.greeting[locale]}</strong>
          </div>
          <div className="site-topics">
            {categories.map(({ key, topic }) => (
              <span key={key}>{topic[locale]}</span>
            ))}
          </div>
          <p>
            {draft.hours[locale]}
            {draft.phone && ` · ${draft.phone}`}
          </p>
        </div>
        <span className="site-launcher">
          <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
            <path fill="currentColor" fillRule="evenodd" d={LANTERN} />
          </svg>
        </span>
      </div>
    </aside>
  );
}
