import { useSurges } from '../../surges/queries.js';
import { RecordsPage } from '../records-page.js';
import { NewSurge } from './new-surge.js';
import { SurgeEditor } from './surge-editor.js';
import { SurgeRows } from './surge-rows.js';
import { useSurgeTexts } from './texts.js';
import '../staff/staff.css';
import './surges.css';

export default function SurgesPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="surges"
      which={which}
      query={useSurges()}
      texts={useSurgeTexts()}
      create={() => <NewSurge />}
      one={(surge) => <SurgeEditor key={surge.id} surge={surge} />}
      rows={(surges) => <SurgeRows surges={surges} />}
    />
  );
}
