import type { AttachmentView, CustomerEntryView, Locale } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import { stamp } from './next-answer.js';
import { threadTexts } from './thread.texts.js';

/** In what staff write; what follows an address in Chinese without a blank is none of it. */
const ADDRESS = /https?:\/\/[!#-&(-;=?-~]+/g;
const TAIL = /[.,;:!?)\]}'">]+$/;
const PICTURE_SIDE = 240;

/** One entry as the page shows it; undefined for lines that the timeline already says. */
export function threadWords(
  entry: CustomerEntryView,
  locale: Locale,
  time: (at: string) => string,
): TemplateValue | undefined {
  const { author, body, data, attachments, kind } = entry;
  const texts = threadTexts(locale);
  if (kind === 'system' && (body === '' || data)) return undefined;
  const outcome = data?.type === 'bot_answer' ? data.outcome : undefined;
  return {
    side: author.kind,
    who: author.kind === 'customer' ? texts.you : author.name || texts.desk,
    isBot: author.kind === 'bot',
    call: kind === 'call' ? texts.call : null,
    ...stamp(entry.createdAt, time),
    parts: author.kind === 'customer' ? [{ text: body, href: null }] : linked(body),
    articles: data?.type === 'bot_answer' ? data.articles.map(({ title, url }) => ({ title, url })) : [],
    card:
      data?.type === 'card'
        ? {
            title: data.card.title,
            status: data.card.status ?? null,
            fields: data.card.fields.map(({ label, value }) => ({ label, value })),
          }
        : null,
    files: attachments.map((file) => fileWords(file)),
    // What was said of the bot's answer is no rating of the case.
    verdict: outcome ? texts[outcome] : null,
  };
}

function fileWords({ name, size, url, width, height }: AttachmentView): TemplateValue {
  const scale = width && height ? Math.min(1, PICTURE_SIDE / Math.max(width, height)) : 0;
  return {
    name,
    url,
    size: sizeWords(size),
    picture: width && height ? { width: Math.round(width * scale), height: Math.round(height * scale) } : null,
  };
}

const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Text and addresses in turn. */
function linked(body: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let at = 0;
  for (const { 0: found, index } of body.matchAll(ADDRESS)) {
    const address = found.replace(TAIL, '');
    parts.push({ text: body.slice(at, index), href: null }, { text: address, href: address });
    at = index + address.length;
  }
  return [...parts, { text: body.slice(at), href: null }].filter(({ text }) => text !== '');
}
