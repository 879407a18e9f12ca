import type { LocalizedText } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';

/** What is wrong with a field, or may not be what was meant. */
export interface Remark {
  path: string;
  fix: LocalizedText;
}

/** What is to be said of these fields. @param tone `warning`: it can be saved all the same */
export function Remarks({
  of,
  remarks,
  tone = 'error',
}: {
  of: (path: string) => boolean;
  remarks: readonly Remark[];
  tone?: 'error' | 'warning';
}) {
  const { pick } = useLanguage();
  return remarks
    .filter(({ path }) => of(path))
    .map(({ path, fix }) => (
      <p
        key={path + fix.en}
        role={tone === 'error' ? 'alert' : 'note'}
        className={tone === 'error' ? 'field-error' : 'routing-warning'}
      >
        {pick(fix)}
      </p>
    ));
}
