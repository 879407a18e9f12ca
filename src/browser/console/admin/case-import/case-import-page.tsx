import { PageFrame } from '../../shared/page-frame.js';
import { ImportHistory } from '../imports/import-history.js';
import { CaseUpload } from './case-upload.js';
import { CaseImportDetail } from './import-detail.js';
import { caseImports } from './queries.js';
import { useCaseImportTexts } from './texts.js';
import '../imports/imports.css';
import './case-import.css';

/** Cases of another desk come in. */
export default function CaseImportPage({ rest: [id] }: { rest: string[] }) {
  const texts = useCaseImportTexts();
  if (id !== undefined) return <CaseImportDetail key={id} id={id} />;
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <div className="transfer-cards">
        <CaseUpload />
        <section className="sheet transfer-card" aria-label={texts('howTitle')}>
          <h3>{texts('howTitle')}</h3>
          <ul className="case-import-how">
            {(['how1', 'how2', 'how3', 'how4'] as const).map((key) => (
              <li key={key}>{texts(key)}</li>
            ))}
          </ul>
        </section>
      </div>
      <History />
    </PageFrame>
  );
}

function History() {
  const texts = useCaseImportTexts();
  return (
    <ImportHistory
      place={caseImports.place}
      query={caseImports.useList()}
      texts={texts}
      formatOf={({ format }) => (format ? texts(`format.${format}`) : '')}
    />
  );
}
