import { RecordsPage } from '../records-page.js';
import { MacroEditor } from './macro-editor.js';
import { MacroRows } from './macro-rows.js';
import { NewMacro } from './new-macro.js';
import { useMacros } from './queries.js';
import { useMacroAdminTexts } from './texts.js';
import '../staff/staff.css';
import '../kept/kept.css';
import './macros.css';

/** Macros. */
export default function MacrosPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="macros"
      which={which}
      query={useMacros()}
      texts={useMacroAdminTexts()}
      create={() => <NewMacro />}
      one={(macro) => <MacroEditor key={macro.id} macro={macro} />}
      rows={(macros) => <MacroRows macros={macros} />}
    />
  );
}
