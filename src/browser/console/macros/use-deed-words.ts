import { type MacroDeeds, valueWords } from '../../../contract/index.js';
import { useCategories, useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useMacroTexts } from './texts.js';

/** What a macro does, in the order in which it is said. */
export function useDeedWords(): (deeds: MacroDeeds) => string[] {
  const { t, pick, locale, formats } = useLanguage();
  const texts = useMacroTexts();
  const categories = useCategories().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  return ({
    category,
    subCategory,
    fields = {},
    nature,
    priority,
    addTags,
    removeTags,
    note,
    watch,
    assign,
    status,
  }) => {
    const known = categories.find(({ key }) => key === category);
    const sub = known?.subCategories.find(({ key }) => key === subCategory);
    const topic = [known ? pick(known.name) : category, sub ? pick(sub.name) : subCategory].filter(Boolean).join(' · ');
    const field = (key: string, value: string) => {
      const asked = sub?.form.find((one) => one.key === key);
      const label = asked ? pick(asked.label) : key;
      return texts('deed.field', { label, value: asked ? valueWords(asked, value, locale) : value });
    };
    const team = assign?.to === 'team' ? teams.find(({ id }) => id === assign.teamId) : undefined;
    return [
      topic && texts('deed.category', { value: topic }),
      ...Object.entries(fields).map(([key, value]) => field(key, value)),
      nature && texts('deed.nature', { value: t(`nature.${nature}`) }),
      priority && texts('deed.priority', { value: t(`priority.${priority}`) }),
      addTags && texts('deed.addTags', { value: formats.list(addTags) }),
      removeTags && texts('deed.removeTags', { value: formats.list(removeTags) }),
      note && texts('deed.note', { value: note }),
      watch && texts('deed.watch'),
      assign?.to === 'me' && texts('deed.assignMe'),
      assign?.to === 'team' && texts('deed.assignTeam', { value: team ? pick(team.name) : '…' }),
      status && texts('deed.status', { value: t(`status.${status}`) }),
    ].filter((words): words is string => typeof words === 'string' && words !== '');
  };
}
