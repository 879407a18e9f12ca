import { Button, Input } from 'antd';
import { type ChecklistItemView, LOCALES } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { MoveButtons } from '../move-buttons.js';
import { useAdminTexts } from '../texts.js';
import { type ChecklistItemDraft, EMPTY, moved, nextId } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const MOST_ITEMS = 20;

interface Props {
  items: ChecklistItemDraft[];
  /** What the server has, archived items included. */
  saved: readonly ChecklistItemView[];
  tried: boolean;
  onChange: (items: ChecklistItemDraft[]) => void;
}

/** What to see to before a case of this kind is called solved. What is removed can be restored. */
export function ChecklistEditor({ items, saved, tried, onChange }: Props) {
  const { pick } = useLanguage();
  const texts = useCategoryTexts();
  const adminTexts = useAdminTexts();
  const left = saved.filter(({ key }) => !items.some((item) => item.key === key));
  const isFull = items.length >= MOST_ITEMS;
  return (
    <section className="sheet cat-part" aria-labelledby="cat-checklist-title">
      <h4 id="cat-checklist-title">{texts('checklist')}</h4>
      <p className="field-hint">{texts('checklistHint')}</p>
      <ol className="cat-items">
        {items.map((item, place) => (
          <li key={item.id} className="cat-option">
            {LOCALES.map((locale) => (
              <Input
                key={locale}
                lang={locale}
                maxLength={80}
                value={item.label[locale]}
                status={tried && !item.label[locale].trim() ? 'error' : undefined}
                aria-label={`${texts('item', { place: place + 1 })} · ${adminTexts(locale === 'en' ? 'english' : 'chinese')}`}
                placeholder={adminTexts(locale === 'en' ? 'english' : 'chinese')}
                onChange={({ target }) =>
                  onChange(
                    items.map((each) =>
                      each.id === item.id ? { ...each, label: { ...each.label, [locale]: target.value } } : each,
                    ),
                  )
                }
              />
            ))}
            <MoveButtons
              name={pick(item.label) || texts('item', { place: place + 1 })}
              isFirst={place === 0}
              isLast={place === items.length - 1}
              onMove={(by) => onChange(moved(items, place, by))}
            />
            <button
              type="button"
              className="quiet-button"
              aria-label={texts('removeItem', { place: place + 1 })}
              onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
      <Button disabled={isFull} onClick={() => onChange([...items, { id: nextId(items), key: '', label: EMPTY }])}>
        + {texts('addItem')}
      </Button>
      {left.length > 0 && (
        <>
          <h5>{texts('retiredItems')}</h5>
          <ul className="cat-retired">
            {left.map(({ key, label }) => (
              <li key={key}>
                <span>{pick(label)}</span>
                <Button size="small" disabled={isFull} onClick={() => onChange([...items, { id: key, key, label }])}>
                  {texts('restoreField')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
