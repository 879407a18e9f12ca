import { Agent } from 'undici';
import { chatStream } from '../../src/bot/model/chat-stream.js';
import { checkGrounded } from '../../src/bot/model/grounding/check-grounded.js';
import { choosePassages, type QuotedArticle } from '../../src/bot/model/grounding/choose-passages.js';
import { Mask } from '../../src/bot/model/mask.js';
import { ModelFailure } from '../../src/bot/model/model-failure.js';
import { groundedPrompt } from '../../src/bot/model/prompts.js';
import { LOCALES, type Locale } from '../../src/contract/index.js';
import { readDemoArticles } from '../../src/help-center/demo/demo-articles.js';
import { passagesOf } from '../../src/help-center/markdown/passages.js';
import { startModelServer } from '../support/model-server.js';
import { type Asked, tell } from './asked.js';

const MAX_TOKENS = 700;
const PATIENCE_MILLISECONDS = 5_000;

/**
 * The same with a language model that does as it is told, at the local server: what it writes is asked for, streamed and
 * checked as the desk does, and `cited` says on which articles it rests. Where it writes nothing, or what is not founded, the
 * answer from the help centre stands.
 */
export async function withModel(asked: readonly Asked[], thresholds: Parameters<typeof tell>[1]): Promise<Asked[]> {
  const articles = await quotedArticles();
  const server = await startModelServer();
  const dispatcher = new Agent();
  const model = { url: server.url, key: undefined, name: 'local', timeoutMilliseconds: PATIENCE_MILLISECONDS };
  try {
    const written: Asked[] = [];
    for (const one of asked) {
      const { told, slugs } = tell(one, thresholds);
      const { text, locale } = one.question;
      const shown = told === 'sure' ? slugs.flatMap((slug) => articles[locale].get(slug) ?? []) : [];
      const passages = choosePassages(shown, text);
      if (passages.length === 0) {
        written.push(one);
        continue;
      }
      const question = new Mask([], locale).hide(text);
      const ask = { messages: groundedPrompt({ passages, question, locale }), maxTokens: MAX_TOKENS };
      try {
        let words = '';
        for await (const piece of chatStream(model, ask, { dispatcher })) words += piece.text;
        const { cites } = checkGrounded(words, passages, locale, true);
        const cited = passages.filter(({ n }) => cites.includes(n)).map(({ article }) => article.articleId);
        written.push({ ...one, cited });
      } catch (error) {
        if (!(error instanceof ModelFailure) || !['declined', 'unfounded'].includes(error.outcome)) throw error;
        written.push(one);
      }
    }
    return written;
  } finally {
    await dispatcher.destroy();
    await server.close();
  }
}

async function quotedArticles(): Promise<Record<Locale, Map<string, QuotedArticle>>> {
  const demo = await readDemoArticles(process.cwd());
  const of = (locale: Locale) =>
    new Map(
      demo.map(({ slug, words }) => {
        const { title, bodyMarkdown } = words[locale];
        return [slug, { articleId: slug, title, version: 1, url: '', passages: passagesOf(bodyMarkdown).passages }];
      }),
    );
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<
    Locale,
    Map<string, QuotedArticle>
  >;
}
