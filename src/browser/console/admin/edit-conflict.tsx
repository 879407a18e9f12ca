import { Alert, Button } from 'antd';
import type { LocalizedText } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useAdminTexts } from './texts.js';

/** One field that somebody else changed while it was being edited here; values as a reader knows them. */
export interface ConflictingField {
  key: string;
  label: string;
  theirs: string;
  mine: string;
}

/** A text as a conflict shows it: the other one may have changed the language that this reader does not read. */
export const inBothLanguages = (text: LocalizedText): string => `${text['zh-CN']} / ${text.en}`;

/**
 * Two people edited one form. Nothing typed is lost: the reader sees what the other one saved and says whose stands.
 * `onKeepMine` takes the newer `version` into the form, so that the next save goes through.
 */
export function EditConflict({
  fields,
  onTakeTheirs,
  onKeepMine,
}: {
  fields: ConflictingField[];
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}) {
  const { colon } = useLanguage().formats;
  const texts = useAdminTexts();
  return (
    <Alert
      type="warning"
      role="alert"
      title={texts('conflict')}
      description={
        <>
          <p>{texts('conflictDetail')}</p>
          <ul>
            {fields.map(({ key, label, theirs, mine }) => (
              <li key={key}>
                {label} · {texts('theirs') + colon}
                <b>{theirs || texts('empty')}</b> · {texts('mine') + colon}
                <b>{mine || texts('empty')}</b>
              </li>
            ))}
          </ul>
          <div className="changes-actions">
            <Button size="small" onClick={onTakeTheirs}>
              {texts('takeTheirs')}
            </Button>
            <Button size="small" onClick={onKeepMine}>
              {texts('keepMine')}
            </Button>
          </div>
        </>
      }
    />
  );
}
