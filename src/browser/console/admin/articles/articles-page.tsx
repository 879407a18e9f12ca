import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { QueryState } from '../../shared/query-state.js';
import { ArticleEditor } from './article-editor.js';
import { ArticleList } from './article-list.js';
import { NewArticle } from './new-article.js';
import { useArticle } from './queries.js';
import './articles.css';

/** The articles: all of them, a new one, or one of them. */
export default function ArticlesPage({ rest: [id] }: { rest: string[] }) {
  if (id === undefined) return <ArticleList />;
  return id === 'new' ? <NewArticle /> : <OneArticle key={id} id={id} />;
}

function OneArticle({ id }: { id: string }) {
  const client = useQueryClient();
  const query = useArticle(id);
  useEffect(
    () => () => {
      void client.invalidateQueries({ queryKey: ['articles', 'list'] });
    },
    [client],
  );
  return <QueryState query={query}>{(article) => <ArticleEditor loaded={article} />}</QueryState>;
}
