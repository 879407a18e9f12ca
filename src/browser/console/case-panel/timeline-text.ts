import type { CategoryView, Locale, TeamView, TimelineEventView } from '../../../contract/index.js';
import type { Translate } from '../i18n/i18n.js';
import { zhCN } from '../i18n/zh-cn.js';

interface Words {
  t: Translate;
  locale: Locale;
  teams: TeamView[];
  categories: CategoryView[];
}

/** One line of the timeline in the reader's language. A kind this console does not know yet shows its own name. */
export function timelineText(words: Words, event: TimelineEventView): string {
  const key = `timeline.${event.kind}`;
  const { from, to, ...rest } = event.data;
  const change = [from, to].map((value) => detail(words, '', value)).filter((text) => text !== '');
  const others = Object.entries(rest).map(([name, value]) => detail(words, name, value));
  const details = [change.join(' → '), ...others].filter((text) => text !== '');
  const name = key in zhCN ? words.t(key as keyof typeof zhCN) : event.kind.replace(/[._]/g, ' ');
  return details.length > 0 ? `${name}：${details.join(' · ')}` : name;
}

/** A value of an event as a person says it; what is only for machines is left out. */
function detail({ t, locale, teams, categories }: Words, name: string, value: unknown): string {
  if (typeof value === 'boolean' || value === null || value === undefined) return '';
  if (typeof value === 'object') {
    const text = (value as Record<string, unknown>)[locale];
    return typeof text === 'string' ? text : '';
  }
  const text = String(value);
  const known = [`status.${text}`, `priority.${text}`, `nature.${text}`, `sla.${text}`].find((key) => key in zhCN);
  if (known) return t(known as keyof typeof zhCN);
  const team = teams.find((each) => each.id === text || each.key === text);
  if (team) return team.name[locale];
  const category = categories.find((each) => each.key === text);
  if (category) return category.name[locale];
  const subCategory = categories.flatMap((each) => each.subCategories).find((each) => each.key === text);
  if (subCategory) return subCategory.name[locale];
  return /id$/i.test(name) || /^[0-9a-f-]{36}$/.test(text) ? '' : text;
}
