import { RecordsPage } from '../records-page.js';
import { LookUpEditor } from './look-up-editor.js';
import { LookUpRows } from './look-up-rows.js';
import { NewLookUp } from './new-look-up.js';
import { useLookUps } from './queries.js';
import { useLookUpTexts } from './texts.js';
import '../staff/staff.css';
import './bot-look-ups.css';

/** What the bot may ask host sites. */
export default function BotLookUpsPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="bot-look-ups"
      which={which}
      query={useLookUps()}
      texts={useLookUpTexts()}
      create={() => <NewLookUp />}
      one={(lookUp) => <LookUpEditor key={lookUp.id} lookUp={lookUp} />}
      rows={(lookUps) => <LookUpRows lookUps={lookUps} />}
    />
  );
}
