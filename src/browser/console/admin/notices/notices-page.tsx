import { Button, Empty } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../page-frame.js';
import { QueryState } from '../query-state.js';
import { ChannelEditor } from './channel-editor.js';
import { ChannelRows } from './channel-rows.js';
import { NewChannel } from './new-channel.js';
import { useChannels } from './queries.js';
import { useChannelTexts } from './texts.js';
import '../staff/staff.css';
import './notices.css';

/** Channels of notices: the list, a new one, or one of them. */
export default function NoticesPage({ rest: [which] }: { rest: string[] }) {
  const { t } = useLanguage();
  const texts = useChannelTexts();
  const query = useChannels();
  if (which === 'new') return <NewChannel />;
  if (which)
    return (
      <QueryState query={query}>
        {({ items }) => {
          const channel = items.find(({ id }) => id === which);
          if (channel) return <ChannelEditor key={channel.id} channel={channel} />;
          return (
            <div className="placeholder">
              <strong>{texts('gone')}</strong>
              <Button onClick={() => goTo(adminAddress('notices'))}>{t('common.back')}</Button>
            </div>
          );
        }}
      </QueryState>
    );
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Button type="primary" onClick={() => goTo(adminAddress('notices', 'new'))}>
          {texts('create')}
        </Button>
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
              {texts('noneDetail')}
            </Empty>
          ) : (
            <ChannelRows channels={items} />
          )
        }
      </QueryState>
    </PageFrame>
  );
}
