import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { ARTICLE_LIMITS, type ArticleLink, type Locale } from '../../../contract/index.js';
import { Dialog } from '../shared/dialog.js';
import { useSettled } from '../shared/use-settled.js';
import { useArticlesNamed } from './queries.js';
import { useBotLearningTexts } from './texts.js';

interface Props {
  words: { text: string; locale: Locale; articles: readonly ArticleLink[] };
  isPending: boolean;
  onAdd: (articleId: string, keyword: string) => void;
  onClose: () => void;
}

/** The customers' words and the article that answers them; what the search finds for them today is offered first. */
export default function WordsDialog({ words: { text, locale, articles }, isPending, onAdd, onClose }: Props) {
  const texts = useBotLearningTexts();
  const id = useId();
  const [keyword, setKeyword] = useState(text.slice(0, ARTICLE_LIMITS.keyword));
  const [articleId, setArticleId] = useState(articles[0]?.articleId);
  const [typed, setTyped] = useState('');
  const found = useArticlesNamed(useSettled(typed.trim()));
  const named = (found.data?.items ?? []).flatMap(({ id: value, titles }) => {
    const label = titles[locale];
    return label ? [{ value, label }] : [];
  });
  const near = articles.map((article) => ({ value: article.articleId, label: article.title }));
  const options = [...new Map([...(typed ? [] : near), ...named].map((option) => [option.value, option])).values()];
  return (
    <Dialog
      open
      title={texts('wordsTitle')}
      okText={texts('add')}
      cancelText={texts('cancel')}
      okButtonProps={{ disabled: !articleId || keyword.trim() === '', loading: isPending }}
      onOk={() => articleId && onAdd(articleId, keyword.trim())}
      onCancel={onClose}
    >
      <p className="learning-quiet">{texts('wordsDetail')}</p>
      <div className="learning-form">
        <label htmlFor={`${id}-words`}>{texts('words')}</label>
        <Input
          id={`${id}-words`}
          value={keyword}
          maxLength={ARTICLE_LIMITS.keyword}
          showCount
          onChange={({ target }) => setKeyword(target.value)}
        />
        <label htmlFor={`${id}-article`}>{texts('article')}</label>
        <Select
          id={`${id}-article`}
          value={articleId}
          placeholder={texts('articleHint')}
          options={options}
          showSearch={{ onSearch: setTyped, filterOption: false }}
          loading={found.isFetching}
          notFoundContent={texts('noArticle')}
          onChange={setArticleId}
        />
      </div>
    </Dialog>
  );
}
