import { LockFilled } from '@ant-design/icons';
import { useLanguage } from '../i18n/i18n.js';
import type { ComposerMode } from './drafts.js';

interface Props {
  mode: ComposerMode;
  canReply: boolean;
  onChange: (mode: ComposerMode) => void;
}

/** 回复 or 备注. */
export function ComposerModes({ mode, canReply, onChange }: Props) {
  const { t } = useLanguage();
  return (
    <fieldset className="composer-modes">
      <legend className="sr-only">{t('composer.mode')}</legend>
      <button type="button" aria-pressed={mode === 'reply'} disabled={!canReply} onClick={() => onChange('reply')}>
        {t('composer.reply')}
      </button>
      <button type="button" aria-pressed={mode === 'note'} onClick={() => onChange('note')}>
        <LockFilled aria-hidden /> {t('composer.note')}
      </button>
    </fieldset>
  );
}
