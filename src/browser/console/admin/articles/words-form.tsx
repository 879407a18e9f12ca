import { Input, Select } from 'antd';
import { useId } from 'react';
import { ARTICLE_LIMITS, type Locale } from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { MarkdownField } from './markdown-field.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';

/** An article's words in one language. */
export function WordsForm({ editing, locale }: { editing: ArticleEditing; locale: Locale }) {
  const texts = useArticleTexts();
  const id = useId();
  const { draft, change } = editing;
  return (
    <>
      <Labelled id={`${id}-title`} label={texts('articleTitle')} required>
        <Input
          id={`${id}-title`}
          lang={locale}
          value={draft[`${locale}.title`]}
          maxLength={ARTICLE_LIMITS.title}
          onChange={(event) => change({ [`${locale}.title`]: event.target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-excerpt`} label={texts('excerpt')} hint={texts('excerptHint')} required>
        <Input.TextArea
          id={`${id}-excerpt`}
          lang={locale}
          value={draft[`${locale}.excerpt`]}
          maxLength={ARTICLE_LIMITS.excerpt}
          autoSize={{ minRows: 2, maxRows: 4 }}
          onChange={(event) => change({ [`${locale}.excerpt`]: event.target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-body`} label={texts('bodyHint')} required>
        <MarkdownField
          id={`${id}-body`}
          lang={locale}
          value={draft[`${locale}.bodyMarkdown`]}
          onChange={(bodyMarkdown) => change({ [`${locale}.bodyMarkdown`]: bodyMarkdown })}
        />
      </Labelled>
      <Labelled id={`${id}-keywords`} label={texts('keywords')} hint={texts('keywordsHint')}>
        <Select
          id={`${id}-keywords`}
          mode="tags"
          open={false}
          suffixIcon={null}
          style={{ width: '100%' }}
          value={draft[`${locale}.keywords`]}
          maxCount={ARTICLE_LIMITS.keywords}
          tokenSeparators={[',', '，', '、', ';', '；']}
          onChange={(keywords: string[]) =>
            change({
              [`${locale}.keywords`]: [
                ...new Set(keywords.map((word) => word.trim().slice(0, ARTICLE_LIMITS.keyword)).filter(Boolean)),
              ],
            })
          }
        />
      </Labelled>
    </>
  );
}
