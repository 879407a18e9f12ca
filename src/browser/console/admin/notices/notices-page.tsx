import { RecordsPage } from '../records-page.js';
import { ChannelEditor } from './channel-editor.js';
import { ChannelRows } from './channel-rows.js';
import { NewChannel } from './new-channel.js';
import { useChannels } from './queries.js';
import { useChannelTexts } from './texts.js';
import '../staff/staff.css';
import './notices.css';

/** Channels of notices. */
export default function NoticesPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="notices"
      which={which}
      query={useChannels()}
      texts={useChannelTexts()}
      create={() => <NewChannel />}
      one={(channel) => <ChannelEditor key={channel.id} channel={channel} />}
      rows={(channels) => <ChannelRows channels={channels} />}
    />
  );
}
