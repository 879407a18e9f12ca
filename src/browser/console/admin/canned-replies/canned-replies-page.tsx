import { RecordsPage } from '../records-page.js';
import { NewReply } from './new-reply.js';
import { useReplies } from './queries.js';
import { ReplyEditor } from './reply-editor.js';
import { ReplyRows } from './reply-rows.js';
import { useCannedTexts } from './texts.js';
import '../staff/staff.css';
import '../kept/kept.css';

/** Canned replies. */
export default function CannedRepliesPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="canned-replies"
      which={which}
      query={useReplies()}
      texts={useCannedTexts()}
      create={() => <NewReply />}
      one={(reply) => <ReplyEditor key={reply.id} reply={reply} />}
      rows={(replies) => <ReplyRows replies={replies} />}
    />
  );
}
