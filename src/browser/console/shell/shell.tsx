import { Suspense, useCallback, useState } from 'react';
import { AssignmentAlerts } from '../alerts/assignment-alerts.js';
import { BulkProgress } from '../bulk/bulk-progress.js';
import { OutgoingProvider } from '../composer/outgoing-queue.js';
import { useLanguage } from '../i18n/i18n.js';
import { ListsPane } from '../lists/lists-pane.js';
import { ConnectionBanner } from '../realtime/connection-banner.js';
import { usePlace, useRoute } from '../routing/use-route.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { OtherArea } from './areas.js';
import { Header } from './header.js';
import { OpenTicket } from './open-ticket.js';
import './shell.css';
import { fetchedLater } from '../shared/fetched-later.js';
import { SurgeBanner } from '../surges/surge-banner.js';

const ShortcutsDialog = fetchedLater(() => import('../shortcuts/shortcuts-dialog.js'));

/** The desk: header, lists, thread, case. On a narrow screen one of the three at a time. Other areas take the place of the three. */
export function Shell() {
  const { t } = useLanguage();
  const place = usePlace();
  const { number, panel } = useRoute();
  const [helpOpen, setHelpOpen] = useState(false);
  const showHelp = useCallback(() => setHelpOpen(true), []);
  useShortcuts({ '?': showHelp });
  const view = place.area !== 'desk' ? 'area' : number === undefined ? 'lists' : panel ? 'panel' : 'thread';
  return (
    <OutgoingProvider>
      <div className="shell" data-view={view}>
        <a className="skip" href="#thread">
          {t('app.skip')}
        </a>
        <Header onHelp={showHelp} />
        <ConnectionBanner />
        <SurgeBanner />
        <BulkProgress />
        {place.area === 'desk' || place.area === 'welcome' ? (
          <div className="panes">
            <ListsPane />
            <OpenTicket key={number ?? ''} number={number} />
          </div>
        ) : (
          <div className="area">
            <OtherArea place={place} />
          </div>
        )}
      </div>
      <AssignmentAlerts />
      {helpOpen && (
        <Suspense>
          <ShortcutsDialog onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </OutgoingProvider>
  );
}
