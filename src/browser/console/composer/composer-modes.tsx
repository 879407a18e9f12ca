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
    <div className="composer-modes" role="tablist" aria-label={t('composer.mode')}>
      <button
        type="button"
        role="tab"
        aria-selected={mode === 'reply'}
        disabled={!canReply}
        onClick={() => onChange('reply')}
      >
        {t('composer.reply')}
      </button>
      <button type="button" role="tab" aria-selected={mode === 'note'} onClick={() => onChange('note')}>
        <LockFilled aria-hidden /> {t('composer.note')}
      </button>
    </div>
  );
}
