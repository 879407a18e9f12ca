import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { ArticleCategory, Locale } from '../../../../contract/index.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { useTransferTexts } from './texts.js';

const STATES = ['published', 'drafts'] as const;

/** The articles as a folder of Markdown. The browser downloads it as it comes. */
export function ExportCard() {
  const texts = useTransferTexts();
  const id = useId();
  const { categories } = useCategoryOptions();
  const [state, setState] = useState<(typeof STATES)[number]>('published');
  const [category, setCategory] = useState<ArticleCategory>();
  const [locale, setLocale] = useState<Locale>();
  const query = new URLSearchParams({ state, ...(category && { category }), ...(locale && { locale }) });
  return (
    <section className="sheet transfer-card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('exportTitle')}</h3>
      <p className="transfer-quiet">{texts('exportIntro')}</p>
      <Choice
        label={texts('state')}
        value={state}
        options={STATES.map((value) => ({ value, label: texts(`state.${value}`) }))}
        onChange={setState}
      />
      <div className="transfer-pair">
        <Labelled id={`${id}-category`} label={texts('category')}>
          <Select<ArticleCategory | ''>
            id={`${id}-category`}
            value={category ?? ''}
            options={[{ value: '', label: texts('anyCategory') }, ...categories]}
            onChange={(value) => setCategory(value || undefined)}
          />
        </Labelled>
        <Labelled id={`${id}-locale`} label={texts('language')}>
          <Select<Locale | ''>
            id={`${id}-locale`}
            value={locale ?? ''}
            options={[
              { value: '', label: texts('anyLanguage') },
              { value: 'zh-CN', label: texts('chinese') },
              { value: 'en', label: texts('english') },
            ]}
            onChange={(value) => setLocale(value || undefined)}
          />
        </Labelled>
      </div>
      <div>
        <Button icon={<DownloadOutlined aria-hidden />} href={`/api/article-exports?${query}`} download>
          {texts('download')}
        </Button>
      </div>
    </section>
  );
}
