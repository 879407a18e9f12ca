import { CheckOutlined, DownOutlined, InfoCircleFilled, PauseOutlined } from '@ant-design/icons';
import { App, Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type OwnPresenceView, PRESENCES, type Presence, WORK_KINDS, type WorkKind } from '../../../contract/index.js';
import { usePresence } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { PresenceDot } from './presence-dot.js';
import { usePresenceTexts } from './texts.js';
import { usePresenceWords } from './use-presence-words.js';
import { useSetPresence } from './use-set-presence.js';
import './presence.css';

const KIND = 'kind:';

/** 在线 / 忙碌 / 离线, and for which kinds of work: whether new tickets come to this person, and by whose word. */
export function PresenceMenu() {
  const { t, formats } = useLanguage();
  const texts = usePresenceTexts();
  const words = usePresenceWords();
  const own = usePresence().data;
  const { choose, change } = useSetPresence();
  const [open, setOpen] = useState(false);
  useNews(own);
  const { presence, pausedKinds = [] } = own ?? {};
  const because = own && words('because', own);

  const toggle = (kind: WorkKind) =>
    change.mutate({
      presence: presence ?? 'offline',
      pausedKinds: pausedKinds.includes(kind) ? pausedKinds.filter((each) => each !== kind) : [...pausedKinds, kind],
    });

  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      open={open}
      onOpenChange={setOpen}
      menu={{
        selectable: true,
        selectedKeys: presence ? [presence] : [],
        items: [
          ...PRESENCES.map((each) => ({
            key: each,
            label: (
              <span className="presence-item">
                <PresenceDot presence={each} />
                <span>
                  {t(`presence.${each}`)}
                  <small>{t(`presence.${each}.hint`)}</small>
                  {each === presence && own?.since && (
                    <small>
                      {[texts('since', { time: formats.short(own.since) }), because].filter(Boolean).join(' · ')}
                    </small>
                  )}
                </span>
              </span>
            ),
          })),
          { type: 'divider' as const },
          {
            type: 'group' as const,
            label: texts('kinds'),
            children: WORK_KINDS.map((kind) => ({
              key: `${KIND}${kind}`,
              label: <KindItem kind={kind} isPaused={pausedKinds.includes(kind)} />,
            })),
          },
        ],
        onClick: ({ key }) => {
          if (!key.startsWith(KIND)) return choose(key as Presence);
          toggle(key.slice(KIND.length) as WorkKind);
          // Several are often changed at once. The menu closes itself after this.
          requestAnimationFrame(() => setOpen(true));
        },
      }}
    >
      <button type="button" className="presence-button" aria-busy={change.isPending}>
        <span className="sr-only">{t('presence.label')}</span>
        <PresenceDot presence={presence ?? 'offline'} />
        {t(presence ? `presence.${presence}` : 'presence.unknown')}
        {presence === 'online' && pausedKinds.length > 0 && (
          <span className="presence-paused">
            {texts('pausedShort', { kinds: formats.list(pausedKinds.map((kind) => texts(`kind.${kind}`))) })}
          </span>
        )}
        {because && (
          <span className="presence-because" title={because}>
            <InfoCircleFilled aria-hidden />
            <span className="sr-only">{because}</span>
          </span>
        )}
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}

function KindItem({ kind, isPaused }: { kind: WorkKind; isPaused: boolean }) {
  const texts = usePresenceTexts();
  return (
    <span className="presence-kind">
      {isPaused ? <PauseOutlined aria-hidden /> : <CheckOutlined aria-hidden />}
      <span>{texts(`kind.${kind}`)}</span>
      <small>{texts(isPaused ? 'paused' : 'taken')}</small>
    </span>
  );
}

/** Somebody else has changed it: said once, in so many words. */
function useNews(own: OwnPresenceView | undefined): void {
  const words = usePresenceWords();
  const { message } = App.useApp();
  const known = useRef<OwnPresenceView>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = own;
    if (!own || !before || before.presence === own.presence) return;
    const news = words('told', own);
    if (news) void message.warning({ content: news, duration: 8 });
  }, [own, words, message]);
}
