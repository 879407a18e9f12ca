import { Alert, App, Checkbox, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { LOCALES, type Locale } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { fromField, toField } from '../../promise/moments.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { type FlatArticle, flatten } from './flat.js';
import { articles, useVersion } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';
import { useDeed } from './use-deed.js';

const FIELD_TEXTS = { title: 'articleTitle', excerpt: 'excerpt', bodyMarkdown: 'body' } as const;
const PATH_TEXTS: Record<string, 'must.slug' | 'must.section' | 'must.expires' | 'must.publishAt'> = {
  slug: 'must.slug',
  sectionId: 'must.section',
  expiresAt: 'must.expires',
  publishAt: 'must.publishAt',
};
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the draft becomes what readers see, and whether the other language follows; says what is still missing. */
export function PublishDialog({ editing, onClose }: { editing: ArticleEditing; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const id = useId();
  const { server } = editing;
  const [when, setWhen] = useState<'now' | 'later'>(server.schedule ? 'later' : 'now');
  const [time, setTime] = useState(server.schedule ? toField(new Date(server.schedule.publishAt)) : '');
  const [tried, setTried] = useState(false);
  const [inStep, setInStep] = useState(false);
  const [note, setNote] = useState(server.schedule?.note ?? '');
  const only = useOnlyChanged(editing);
  const publishing = useDeed(editing, (version, at: Date | undefined) => {
    const how = { note: note.trim(), inStep: inStep && only !== undefined };
    if (!at) return articles.publish(server.id, version, how);
    return articles.schedule(server.id, version, { ...how, publishAt: at.toISOString() });
  });
  const at = when === 'later' ? fromField(time) : undefined;
  const isTimeMissing = when === 'later' && !at;
  const publish = () => {
    setTried(true);
    if (isTimeMissing) return;
    publishing.mutate(at, {
      onSuccess: (article) => {
        onClose();
        if (article) void message.success(texts(at ? 'scheduled' : 'published'));
      },
    });
  };
  const missing = isProblem(publishing.error, 'invalid_input') ? (publishing.error.problem.errors ?? []) : [];
  const language = (locale: Locale) => texts(locale === 'en' ? 'english' : 'chinese');
  const wordOf = (path: string) => {
    const [, locale, field] = path.split('.') as [string, Locale?, (keyof typeof FIELD_TEXTS)?];
    if (!locale || !field) return texts(PATH_TEXTS[path] ?? 'must.words');
    return `${language(locale)} · ${texts(FIELD_TEXTS[field])}`;
  };
  return (
    <Modal
      open
      title={texts('publishTitle')}
      okText={texts(when === 'later' ? 'later' : 'publish')}
      okButtonProps={{ loading: publishing.isPending }}
      onOk={publish}
      onCancel={onClose}
      width={480}
    >
      <div className="article-publish">
        {missing.length > 0 && (
          <Alert
            type="error"
            role="alert"
            title={texts('mustFix')}
            description={
              <ul className="article-missing">
                {missing.map(({ path }) => (
                  <li key={path}>{wordOf(path)}</li>
                ))}
              </ul>
            }
          />
        )}
        {publishing.isError && missing.length === 0 && (
          <Alert type="error" role="alert" title={problemText(t, publishing.error).title} />
        )}
        <Choice
          label={texts('when')}
          value={when}
          options={[
            { value: 'now', label: texts('now') },
            { value: 'later', label: texts('later') },
          ]}
          onChange={(value) => {
            publishing.reset();
            setWhen(value);
          }}
        />
        {when === 'later' && (
          <Labelled
            id={`${id}-at`}
            label={texts('publishAt')}
            hint={texts('publishAtHint', { zone: ZONE })}
            required
            error={tried && isTimeMissing ? texts('publishAtWrong') : undefined}
          >
            <Input
              id={`${id}-at`}
              type="datetime-local"
              style={{ maxWidth: 240 }}
              value={time}
              status={tried && isTimeMissing ? 'error' : undefined}
              onChange={(event) => setTime(event.target.value.slice(0, 16))}
            />
          </Labelled>
        )}
        {only && (
          <div>
            <p>{texts('onlyChanged', { language: language(only.changed), other: language(only.other) })}</p>
            <Checkbox checked={inStep} onChange={(event) => setInStep(event.target.checked)}>
              {texts('inStep', { other: language(only.other) })}
            </Checkbox>
          </div>
        )}
        <Labelled id={`${id}-note`} label={texts('publishNote')}>
          <Input.TextArea
            id={`${id}-note`}
            value={note}
            maxLength={200}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
      </div>
    </Modal>
  );
}

/** The one language whose words differ from what readers see, and the other one, which then is left behind. */
function useOnlyChanged({ server, draft }: ArticleEditing): { changed: Locale; other: Locale } | undefined {
  const published = useVersion(server.id, server.published?.version).data;
  if (!published) return undefined;
  const before = flatten(published);
  const [changed, ...more] = LOCALES.filter((locale) => differs(before, draft, locale));
  if (!changed || more.length > 0) return undefined;
  const other = changed === 'en' ? 'zh-CN' : 'en';
  // A language that is new, or that follows at last, leaves nobody behind.
  if (!published.words[other] || !published.words[changed] || server.behind.includes(changed)) return undefined;
  return { changed, other };
}

const differs = (before: FlatArticle, after: FlatArticle, locale: Locale): boolean =>
  (['title', 'excerpt', 'bodyMarkdown'] as const).some(
    (field) => before[`${locale}.${field}`].trim() !== after[`${locale}.${field}`].trim(),
  );
