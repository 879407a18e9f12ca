import { useCallback } from 'react';
import type { PresenceView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { usePresenceTexts } from './texts.js';

/** Whose word one's presence is, when it is not one's own; undefined when it is. `told`: as news. */
export function usePresenceWords() {
  const { t } = useLanguage();
  const texts = usePresenceTexts();
  return useCallback(
    (about: 'because' | 'told', { because, setBy, presence }: PresenceView): string | undefined => {
      if (because === 'self') return undefined;
      const reason = because === 'supervisor' && !setBy ? 'supervisorUnknown' : because;
      return texts(`${about}.${reason}`, { name: setBy ?? '', presence: t(`presence.${presence}`) });
    },
    [t, texts],
  );
}
