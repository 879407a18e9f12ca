import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown } from 'antd';
import { PRESENCES, type Presence, type WallBoardPersonView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { PresenceDot } from '../presence/presence-dot.js';
import { useWallTexts } from './texts.js';

/** Somebody's presence, and a supervisor's word about it. */
export function PresenceChoice({ person: { id, name, presence } }: { person: WallBoardPersonView }) {
  const { t } = useLanguage();
  const texts = useWallTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: Presence) => api.setPresenceOf(id, wanted),
    onSuccess: (said) => void message.success(texts('presenceSet', { name, presence: texts(said.presence) })),
    onError: (error) => {
      const { title, detail } = problemText(t, error);
      void message.error({ content: [name, title, detail].filter(Boolean).join(' · '), duration: 6 });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: keys.wallBoard }),
  });
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        selectable: true,
        selectedKeys: [presence],
        items: PRESENCES.map((each) => ({
          key: each,
          label: (
            <span className="presence-item">
              <PresenceDot presence={each} />
              <span>
                {t(`presence.${each}`)}
                <small>{t(`presence.${each}.hint`)}</small>
              </span>
            </span>
          ),
        })),
        onClick: ({ key }) => change.mutate(key as Presence),
      }}
    >
      <button
        type="button"
        className="quiet-button wall-presence-button"
        aria-label={texts('setPresence', { name })}
        aria-busy={change.isPending}
      >
        <PresenceDot presence={presence} />
        {texts(presence)}
      </button>
    </Dropdown>
  );
}
