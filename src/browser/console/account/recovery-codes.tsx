import { Button } from 'antd';
import { CopyButton } from '../shared/copy-button.js';
import { useAccountTexts } from './texts.js';

/** The recovery codes, the one time that they can be seen. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const texts = useAccountTexts();
  return (
    <section aria-label={texts('recovery')}>
      <strong>{texts('recovery')}</strong>
      <p>{texts('recoveryDetail')}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="account-submit">
        <Button type="primary" onClick={onKept}>
          {texts('recoverySaved')}
        </Button>
        <CopyButton text={codes.join('\n')} />
      </div>
    </section>
  );
}
