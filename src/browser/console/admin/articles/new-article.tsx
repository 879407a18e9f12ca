import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { ArticleCategory, Locale } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../labelled.js';
import { PageFrame } from '../page-frame.js';
import { useAdminTexts } from '../texts.js';
import { articles } from './queries.js';
import { useArticleTexts } from './texts.js';
import { useCategoryOptions } from './use-category-options.js';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The few words that an article begins with. */
export function NewArticle() {
  const { t, locale: reader } = useLanguage();
  const texts = useArticleTexts();
  const adminTexts = useAdminTexts();
  const { categories } = useCategoryOptions();
  const id = useId();
  const [title, setTitle] = useState('');
  const [slug, setSlug] = useState('');
  const [category, setCategory] = useState<ArticleCategory>('earnings');
  const [locale, setLocale] = useState<Locale>(reader);
  const create = useMutation({
    mutationFn: () => articles.create({ title: title.trim(), slug, category, locale }),
    onSuccess: (article) => goTo(adminAddress('articles', article.id), 'replace'),
  });
  const isTaken = isProblem(create.error, 'invalid_input');
  const wrong = slug !== '' && !SLUG.test(slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && slug && !wrong) create.mutate();
  };
  return (
    <PageFrame
      title={texts('createTitle')}
      actions={<Button onClick={() => goTo(adminAddress('articles'))}>{adminTexts('back')}</Button>}
    >
      <form className="admin-sheet article-new" onSubmit={submit}>
        <Choice
          label={texts('language')}
          value={locale}
          options={[
            { value: 'zh-CN', label: texts('chinese') },
            { value: 'en', label: texts('english') },
          ]}
          onChange={setLocale}
        />
        <Labelled id={`${id}-title`} label={texts('articleTitle')} required>
          <Input
            id={`${id}-title`}
            value={title}
            maxLength={120}
            autoFocus
            onChange={(event) => setTitle(event.target.value)}
          />
        </Labelled>
        <Labelled
          id={`${id}-slug`}
          label={texts('slug')}
          hint={texts('slugHint')}
          required
          error={wrong ? texts('slugWrong') : isTaken ? texts('slugTaken') : undefined}
        >
          <Input
            id={`${id}-slug`}
            value={slug}
            maxLength={80}
            addonBefore="/help/…/"
            status={wrong || isTaken ? 'error' : undefined}
            onChange={(event) => {
              create.reset();
              setSlug(event.target.value.toLowerCase());
            }}
          />
        </Labelled>
        <Labelled id={`${id}-category`} label={texts('category')} required>
          <Select id={`${id}-category`} value={category} options={categories} onChange={setCategory} />
        </Labelled>
        {create.isError && !isTaken && (
          <p role="alert" className="field-error">
            {problemText(t, create.error).title}
          </p>
        )}
        <div>
          <Button
            type="primary"
            htmlType="submit"
            loading={create.isPending}
            disabled={!title.trim() || !slug || wrong}
          >
            {texts('create')}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}
