import { WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { type ArticleProblem, BREAKING_PROBLEMS, type Locale } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useSettled } from '../../shared/use-settled.js';

import './markdown-field.css';
import { useMarkdownTexts } from './markdown-texts.js';

/** What readers of the text would stumble over, line by line. */
export function TextProblems({
  locale,
  text,
  onLine,
}: {
  locale: Locale;
  text: string;
  onLine: (line: number) => void;
}) {
  const texts = useMarkdownTexts();
  const bodyMarkdown = useSettled(text);
  const { data } = useQuery({
    queryKey: ['article-problems', locale, bodyMarkdown],
    queryFn: ({ signal }): Promise<{ items: ArticleProblem[] }> =>
      answer(routes.POST('/api/article-problems', { body: { locale, bodyMarkdown }, signal })),
    placeholderData: (before) => before,
    enabled: bodyMarkdown !== '',
    gcTime: 0,
    retry: 1,
  });
  if (!data || data.items.length === 0 || bodyMarkdown === '') return null;
  return (
    <section className="text-problems" aria-label={texts('problems')}>
      <h4>{texts('problems')}</h4>
      <ul>
        {data.items.map(({ kind, line, detail }) => (
          <li key={`${kind} ${line} ${detail}`} className={BREAKING_PROBLEMS.has(kind) ? 'text-breaking' : ''}>
            <WarningOutlined aria-hidden />
            <button type="button" className="quiet-button" onClick={() => onLine(line)}>
              {texts('line', { line })}
            </button>
            <span>
              {texts(`${kind}.problem`)} <code>{detail}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
