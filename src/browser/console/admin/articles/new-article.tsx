import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { Locale } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { PageFrame } from '../../shared/page-frame.js';
import { type ChosenPlace, PlaceSelect } from '../sections/place-select.js';
import { useSections } from '../sections/queries.js';
import { useAdminTexts } from '../texts.js';
import { articles } from './queries.js';
import { useArticleTexts } from './texts.js';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The few words that an article begins with. */
export function NewArticle() {
  const { t, locale: reader } = useLanguage();
  const texts = useArticleTexts();
  const adminTexts = useAdminTexts();
  const id = useId();
  const [title, setTitle] = useState('');
  const [slug, setSlug] = useState('');
  const [place, setPlace] = useState<ChosenPlace>();
  const sections = useSections().data?.items ?? [];
  const [locale, setLocale] = useState<Locale>(reader);
  const create = useMutation({
    mutationFn: ({ category, sectionId }: ChosenPlace) =>
      articles.create({
        title: title.trim(),
        ...(slug && { slug }),
        category,
        ...(sectionId && { sectionId }),
        locale,
      }),
    onSuccess: (article) => goTo(adminAddress('articles', article.id), 'replace'),
  });
  const isTaken =
    isProblem(create.error, 'invalid_input') && (create.error.problem.errors ?? []).some(({ path }) => path === 'slug');
  const wrong = slug !== '' && !SLUG.test(slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && place && !wrong) create.mutate(place);
  };
  return (
    <PageFrame
      title={texts('createTitle')}
      actions={<Button onClick={() => goTo(adminAddress('articles'))}>{adminTexts('back')}</Button>}
    >
      <form className="sheet article-new" onSubmit={submit}>
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
          hint={texts('newSlugHint')}
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
        <Labelled id={`${id}-place`} label={texts('section')} hint={texts('sectionHint')} required>
          <PlaceSelect
            id={`${id}-place`}
            sections={sections}
            value={place}
            any={texts('choosePlace')}
            onChange={setPlace}
          />
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
            disabled={!title.trim() || !place || wrong}
          >
            {texts('create')}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}
