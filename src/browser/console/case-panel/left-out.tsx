import { Alert } from 'antd';
import type { LeftOutView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useFormTexts } from './form-texts.js';

/** What somebody wrote into a form that has become another meanwhile: it stays readable, to be copied to where it belongs now. */
export function LeftOut({ values, onClose }: { values: readonly LeftOutView[]; onClose: () => void }) {
  const { pick, formats } = useLanguage();
  const texts = useFormTexts();
  if (values.length === 0) return null;
  return (
    <Alert
      type="warning"
      role="alert"
      className="changes-notice"
      title={texts('leftOut')}
      closable={{ onClose }}
      description={
        <>
          <p>{texts('leftOutDetail')}</p>
          <ul>
            {values.map(({ key, label, value }) => (
              <li key={key}>
                {pick(label) + formats.colon}
                <b>{value}</b>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
