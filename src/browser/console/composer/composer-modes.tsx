import { EyeInvisibleFilled, LockFilled } from '@ant-design/icons';
import { useLanguage } from '../i18n/i18n.js';
import { useWhisperTexts } from '../whisper/texts.js';
import type { ComposerMode } from './drafts.js';

type Mode = ComposerMode | 'whisper';

interface Props {
  mode: Mode;
  canReply: boolean;
  /** Somebody else has the case, and this reader keeps their team. */
  canWhisper: boolean;
  onChange: (mode: Mode) => void;
}

/** 回复 or 备注, and for who keeps a team 悄悄话. */
export function ComposerModes({ mode, canReply, canWhisper, onChange }: Props) {
  const whisper = useWhisperTexts();
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
      {canWhisper && (
        <button type="button" aria-pressed={mode === 'whisper'} onClick={() => onChange('whisper')}>
          <EyeInvisibleFilled aria-hidden /> {whisper('whisper')}
        </button>
      )}
    </fieldset>
  );
}
