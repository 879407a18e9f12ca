import { ARTICLE_IMPORT_LIMITS } from '../../../../contract/index.js';
import { UploadCard } from '../imports/upload-card.js';
import { articleImports } from './queries.js';
import { useTransferTexts } from './texts.js';

/** Takes a file of articles. */
export function ArticleUpload() {
  const texts = useTransferTexts();
  const upload = articleImports.useUpload();
  return (
    <UploadCard
      place={articleImports.place}
      texts={texts}
      limit={ARTICLE_IMPORT_LIMITS.file}
      accept=".zip,.json,.csv,.tsv"
      upload={upload}
      onFile={(file) => upload.mutate(file)}
    />
  );
}
