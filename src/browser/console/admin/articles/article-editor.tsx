import { Alert, Button } from 'antd';
import { Suspense, useState } from 'react';
import { type ArticleDraftView, LOCALES, type Locale } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { Choice } from '../../shared/choice.js';
import { fetchedLater } from '../../shared/fetched-later.js';
import { Link } from '../../shared/link.js';
import { ReadersSection } from '../help-learning/readers-section.js';
import { useAdminTexts } from '../texts.js';
import { ArticleMenu } from './article-menu.js';
import { FieldDifferences } from './field-differences.js';
import { isComplete } from './flat.js';
import { PlaceForm } from './place-form.js';
import { Preview } from './preview.js';
import { PublishButton } from './publish-button.js';
import { Standing } from './standing.js';
import { useArticleTexts } from './texts.js';
import { UpkeepForm } from './upkeep-form.js';
import { type ArticleEditing, useArticleEditing } from './use-article-editing.js';
import { WordsForm } from './words-form.js';

const VersionsDrawer = fetchedLater(() => import('./versions-drawer.js'));

/** An article with its preview beside it; on a narrow screen one of the two. */
export function ArticleEditor({ loaded }: { loaded: ArticleDraftView }) {
  const texts = useArticleTexts();
  const { locale: reader } = useLanguage();
  const editing = useArticleEditing(loaded);
  const [locale, setLocale] = useState<Locale>(
    loaded.content.words[reader] ? reader : reader === 'en' ? 'zh-CN' : 'en',
  );
  const [side, setSide] = useState<'write' | 'preview'>('write');
  const [showVersions, setShowVersions] = useState(false);
  const { draft } = editing;
  return (
    <div className="article-editor" data-side={side}>
      <Head editing={editing} onVersions={() => setShowVersions(true)} />
      <Notices editing={editing} />
      <Standing editing={editing} />
      <div className="article-switches">
        <Choice
          label={texts('language')}
          value={locale}
          options={LOCALES.map((value) => ({
            value,
            label:
              texts(value === 'en' ? 'english' : 'chinese') +
              (isComplete(draft, value) ? '' : ` · ${texts('incomplete')}`) +
              (editing.server.behind.includes(value) ? ` · ${texts('behind')}` : ''),
          }))}
          onChange={setLocale}
        />
        <div className="article-sides">
          <Choice
            label={`${texts('write')} / ${texts('preview')}`}
            value={side}
            options={[
              { value: 'write', label: texts('write') },
              { value: 'preview', label: texts('preview') },
            ]}
            onChange={setSide}
          />
        </div>
      </div>
      <div className="article-halves">
        <div className="article-form">
          <WordsForm key={locale} editing={editing} locale={locale} />
          <PlaceForm editing={editing} />
          <ReadersSection articleId={loaded.id} />
          <UpkeepForm editing={editing} />
        </div>
        <Preview draft={draft} locale={locale} />
      </div>
      {showVersions && (
        <Suspense>
          <VersionsDrawer editing={editing} onClose={() => setShowVersions(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Head({ editing, onVersions }: { editing: ArticleEditing; onVersions: () => void }) {
  const { locale } = useLanguage();
  const texts = useArticleTexts();
  const adminTexts = useAdminTexts();
  const { server, draft, state } = editing;
  const title = draft[`${locale}.title`] || draft['zh-CN.title'] || draft['en.title'] || texts('untitled');
  const url = server.urls[locale] ?? server.urls['zh-CN'] ?? server.urls.en;
  return (
    <header className="article-head">
      <Link to={adminAddress('articles')} className="article-back">
        ← {adminTexts('back')}
      </Link>
      <h2 className="ellipsis">{title}</h2>
      <span className={server.status === 'published' ? 'badge badge-ok' : 'badge'}>
        {texts(`status.${server.status}`)}
      </span>
      {server.content.visibility !== 'public' && (
        <span className="badge badge-info">{texts(`visibility.${server.content.visibility}`)}</span>
      )}
      {server.status === 'published' && (server.changed || editing.isDirty) && (
        <span className="badge badge-warn">{texts('changed')}</span>
      )}
      <span className={`article-state article-state-${state}`} role="status">
        {texts(`state.${state}`)}
      </span>
      <div className="article-actions">
        {url && (
          // The version makes it an address of its own: no older copy of the browser's comes in between.
          <Button href={`${url}?version=${server.published?.version ?? 0}`} target="_blank" rel="noopener">
            {texts('view')}
          </Button>
        )}
        <PublishButton editing={editing} />
        <ArticleMenu editing={editing} onVersions={onVersions} />
      </div>
    </header>
  );
}

function Notices({ editing }: { editing: ArticleEditing }) {
  const { t } = useLanguage();
  const texts = useArticleTexts();
  const adminTexts = useAdminTexts();
  const { conflicts, recovered, state, error } = editing;
  return (
    <>
      {conflicts.length > 0 && (
        <Alert
          type="warning"
          role="alert"
          title={`${adminTexts('conflict')}${editing.server.editedBy ? ` · ${editing.server.editedBy}` : ''}`}
          description={
            <>
              <p>{adminTexts('conflictDetail')}</p>
              <p className="article-quiet">
                <del>{adminTexts('theirs')}</del> → <ins>{adminTexts('mine')}</ins>
              </p>
              <FieldDifferences before={editing.theirs} after={editing.draft} only={conflicts} />
              <div className="changes-actions">
                <Button size="small" onClick={editing.takeTheirs}>
                  {adminTexts('takeTheirs')}
                </Button>
                <Button size="small" type="primary" onClick={editing.keepMine}>
                  {adminTexts('keepMine')}
                </Button>
              </div>
            </>
          }
        />
      )}
      {recovered && conflicts.length === 0 && <Alert type="info" closable title={texts('recovered')} />}
      {state === 'failed' && error !== undefined && (
        <Alert
          type="error"
          role="alert"
          title={texts('state.failed')}
          description={problemText(t, error).detail ?? problemText(t, error).title}
        />
      )}
    </>
  );
}
