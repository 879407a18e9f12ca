import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { articles } from '../articles/queries.js';
import { useHelpCenterTexts } from './texts.js';

/** The picture in the header; without one, the house's lantern stands there. */
export function LogoField({ value, onChange }: { value: string | null; onChange: (logo: string | null) => void }) {
  const { t } = useLanguage();
  const texts = useHelpCenterTexts();
  const { message } = App.useApp();
  const file = useRef<HTMLInputElement>(null);
  const [uploading, setUploading] = useState(false);
  const upload = async (picture: File) => {
    setUploading(true);
    try {
      onChange((await articles.upload(picture)).url);
    } catch (error) {
      void message.error(texts('logoFailed', { reason: problemText(t, error).title }));
    } finally {
      setUploading(false);
    }
  };
  return (
    <div className="labelled">
      <span className="field-label">{texts('logo')}</span>
      <div className="help-logo">
        {value ? <img src={value} alt={texts('logo')} /> : <span className="field-hint">{texts('logoNone')}</span>}
        <Button loading={uploading} onClick={() => file.current?.click()}>
          {texts(value ? 'logoReplace' : 'logoChoose')}
        </Button>
        {value && <Button onClick={() => onChange(null)}>{texts('logoRemove')}</Button>}
      </div>
      <p className="field-hint">{texts('logoHint')}</p>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        onChange={(event) => {
          const [picture] = event.target.files ?? [];
          event.target.value = '';
          if (picture) void upload(picture);
        }}
      />
    </div>
  );
}
