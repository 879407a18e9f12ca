import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown } from 'antd';
import { PRESENCES, type Presence } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys, usePresence } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import './presence.css';

/** 在线 / 忙碌 / 离线: whether new tickets come to this person. */
export function PresenceMenu() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const presence = usePresence().data?.presence;
  const change = useMutation({
    mutationFn: api.setPresence,
    onSuccess: (answer) => client.setQueryData(keys.presence, answer),
    onError: (error) => {
      void message.error(problemText(t, error).title);
    },
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: presence ? [presence] : [],
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
      <button type="button" className="presence-button" aria-busy={change.isPending}>
        <span className="sr-only">{t('presence.label')}</span>
        <PresenceDot presence={presence ?? 'offline'} />
        {t(presence ? `presence.${presence}` : 'presence.unknown')}
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}

/** A dot in the colour of a presence; the word stands beside it. */
export function PresenceDot({ presence }: { presence: Presence }) {
  return <span className={`presence-dot presence-${presence}`} aria-hidden="true" />;
}
