import { Button } from 'antd';
import { Suspense } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { goTo } from '../routing/use-route.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useFormTexts } from './form-texts.js';

const FeedbackDoor = fetchedLater(() => import('../feedback/feedback-door.js'));

/** The answer to each nature is another: an article, a look whether others have it too, or a word to those who decide. */
export function NextStep({ ticket }: { ticket: TicketView }) {
  const { nature, category, subCategory } = ticket;
  const texts = useFormTexts();
  if (!nature) return null;
  return (
    <p className="next-step">
      <span>{texts(`next_${nature}`)}</span>
      {nature === 'usage' && (
        <Button size="small" type="link" onClick={showArticles}>
          {texts('toArticles')}
        </Button>
      )}
      {nature === 'fault' && category && (
        <Button size="small" type="link" onClick={() => goTo(likeThis(category, subCategory))}>
          {texts('toLikeCases')}
        </Button>
      )}
      {nature === 'suggestion' && (
        <Suspense>
          <FeedbackDoor ticket={ticket} />
        </Suspense>
      )}
    </p>
  );
}

function showArticles(): void {
  const section = document.querySelector<HTMLElement>('[data-section="articles"] button');
  if (section?.getAttribute('aria-expanded') === 'false') section.click();
  section?.scrollIntoView({ block: 'start' });
  section?.focus();
}

/** The table, with what is being worked on of this kind. */
function likeThis(category: string, subCategory: string | undefined): string {
  const kind = subCategory ? `subCategory=${subCategory}` : `category=${category}`;
  return `/console/tickets?${kind}&nature=fault&status=new,open,pending,on_hold&sort=opened&direction=desc`;
}
