import { useStaff } from '../../session/session.js';
import { PageFrame } from '../../shared/page-frame.js';
import { ImportHistory } from '../imports/import-history.js';
import { ArticleUpload } from './article-upload.js';
import { ExportCard } from './export-card.js';
import { ArticleImportDetail } from './import-detail.js';
import { articleImports } from './queries.js';
import { useTransferTexts } from './texts.js';
import '../imports/imports.css';

/** Articles go out and come in. Who is no administrator only takes them out. */
export default function TransferPage({ rest: [id] }: { rest: string[] }) {
  const texts = useTransferTexts();
  const { role } = useStaff();
  if (id !== undefined && role === 'admin') return <ArticleImportDetail key={id} id={id} />;
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <div className="transfer-cards">
        {role === 'admin' && <ArticleUpload />}
        <ExportCard />
      </div>
      {role === 'admin' && <History />}
    </PageFrame>
  );
}

function History() {
  const texts = useTransferTexts();
  return (
    <ImportHistory
      place={articleImports.place}
      query={articleImports.useList()}
      texts={texts}
      formatOf={({ format }) => (format ? texts(`format.${format}`) : '')}
    />
  );
}
