import { Alert, Button } from 'antd';
import { type CategoryView, valueWords } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { zhCN } from '../i18n/zh-cn.js';
import type { CaseFormState } from './use-case-form.js';

/** Somebody else changed the case while one was editing it: what, and whose value shall stand. */
export function ChangesNotice({ form, categories }: { form: CaseFormState; categories: CategoryView[] }) {
  const { t, pick, locale, formats } = useLanguage();
  const { news } = form;
  if (!news) return null;

  const subCategories = categories.flatMap((category) => category.subCategories);
  const fieldOf = (fact: string) => subCategories.flatMap((sub) => sub.form).find(({ key }) => `form.${key}` === fact);
  const nameOf = (fact: string): string => {
    if (fact === 'subCategory') return t('form.category');
    const field = fieldOf(fact);
    if (field) return pick(field.label);
    const key = `form.${fact}`;
    return key in zhCN ? t(key as keyof typeof zhCN) : fact;
  };
  const wordFor = (fact: string, value: string | undefined): string => {
    if (!value) return t('common.none');
    if (fact === 'priority' || fact === 'nature') {
      const key = `${fact}.${value}`;
      return key in zhCN ? t(key as keyof typeof zhCN) : value;
    }
    if (fact === 'category')
      return pick(categories.find(({ key }) => key === value)?.name ?? { 'zh-CN': value, en: value });
    if (fact === 'subCategory')
      return pick(subCategories.find(({ key }) => key === value)?.name ?? { 'zh-CN': value, en: value });
    const field = fieldOf(fact);
    return field ? valueWords(field, value, locale) : value;
  };

  return (
    <Alert
      type="warning"
      className="changes-notice"
      title={t('form.changedBy')}
      role="alert"
      description={
        <>
          <p>{t('form.changedDetail')}</p>
          <ul>
            {news.changed.map((fact) => (
              <li key={fact}>
                {nameOf(fact) + formats.colon}
                <s>{wordFor(fact, news.before[fact])}</s> → <b>{wordFor(fact, news.theirs[fact])}</b>
                {news.conflicts.includes(fact) && (
                  <div>
                    {t('form.conflict')} · {t('form.mine') + formats.colon}
                    <b>{wordFor(fact, form.facts[fact])}</b>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <div className="changes-actions">
            {news.conflicts.length > 0 && (
              <Button size="small" onClick={() => form.takeTheirs(news.conflicts)}>
                {t('form.useTheirs')}
              </Button>
            )}
            <Button size="small" onClick={form.dismissNews}>
              {t(news.conflicts.length > 0 ? 'form.keepMine' : 'form.gotIt')}
            </Button>
          </div>
        </>
      }
    />
  );
}
