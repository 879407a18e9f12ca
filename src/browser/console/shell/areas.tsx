import { Suspense } from 'react';
import type { Place } from '../routing/place.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { Loading } from '../shared/loading.js';

const AccountPage = fetchedLater(() => import('../account/account-page.js'));
const DuePage = fetchedLater(() => import('../due/due-page.js'));
const BotPage = fetchedLater(() => import('../bot/bot-page.js'));
const ReportPage = fetchedLater(() => import('../bot-report/report-page.js'));
const LearningPage = fetchedLater(() => import('../bot-learning/learning-page.js'));
const FeedbackPage = fetchedLater(() => import('../feedback/feedback-page.js'));
const WallPage = fetchedLater(() => import('../wall-board/wall-page.js'));
const TicketsPage = fetchedLater(() => import('../tickets/tickets-page.js'));
const Administration = fetchedLater(() => import('../admin/administration.js'));

/** The parts of the console beside the desk itself; each is fetched when it is first opened. */
export function OtherArea({ place }: { place: Exclude<Place, { area: 'desk' | 'welcome' }> }) {
  return (
    <Suspense fallback={<Loading className="area-waiting" />}>
      {place.area === 'account' && <AccountPage />}
      {place.area === 'tickets' && <TicketsPage />}
      {place.area === 'due' && <DuePage />}
      {place.area === 'bot' && <BotPage id={place.id} />}
      {place.area === 'bot-report' && <ReportPage />}
      {place.area === 'bot-learning' && <LearningPage />}
      {place.area === 'feedback' && <FeedbackPage id={place.id} />}
      {place.area === 'wall' && <WallPage />}
      {place.area === 'admin' && <Administration page={place.page} rest={place.rest} />}
    </Suspense>
  );
}
