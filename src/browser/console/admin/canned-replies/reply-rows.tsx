import type { CannedReplyView } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { KeptRows } from '../kept/kept-rows.js';
import { useCannedTexts } from './texts.js';

/** A canned reply a row, with how it begins and the category that it is for. */
export function ReplyRows({ replies }: { replies: CannedReplyView[] }) {
  const { pick } = useLanguage();
  const categories = useCategories().data?.items ?? [];
  return (
    <KeptRows
      page="canned-replies"
      items={replies}
      texts={useCannedTexts()}
      prefix="/"
      alsoFoundBy={({ body }) => Object.values(body)}
      bodyOf={({ body }) => pick(body)}
      aboutOf={({ category }) => {
        const found = categories.find(({ key }) => key === category);
        return found && pick(found.name);
      }}
    />
  );
}
