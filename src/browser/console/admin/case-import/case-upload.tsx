import { Alert, Select } from 'antd';
import { useId, useState } from 'react';
import { CASE_IMPORT_LIMITS, type CaseImportOptions } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { UploadCard } from '../imports/upload-card.js';
import { useSites } from '../sites/queries.js';
import { caseImports } from './queries.js';
import { useCaseImportTexts } from './texts.js';

/** Takes a file of cases, for the customers of one site; how they are taken over is said on the page of the import. */
export function CaseUpload() {
  const { locale } = useLanguage();
  const texts = useCaseImportTexts();
  const id = useId();
  const sites = useSites().data?.items.filter(({ enabled }) => enabled);
  const [chosen, setChosen] = useState<string>();
  const siteId = chosen ?? sites?.[0]?.id;
  const upload = caseImports.useUpload();
  return (
    <UploadCard
      place={caseImports.place}
      texts={texts}
      limit={CASE_IMPORT_LIMITS.file}
      accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
      isWaiting={!siteId}
      upload={upload}
      onFile={(file) => siteId && upload.mutate({ file, options: { ...firstOptions(file.name), siteId, locale } })}
    >
      {sites && sites.length === 0 && <Alert type="warning" title={texts('noSite')} />}
      {sites && sites.length > 1 && (
        <Labelled id={`${id}-site`} label={texts('site')}>
          <Select<string>
            id={`${id}-site`}
            value={siteId}
            options={sites.map((site) => ({ value: site.id, label: site.name }))}
            onChange={setChosen}
          />
        </Labelled>
      )}
    </UploadCard>
  );
}

/** What one begins with; the page of the import asks for the rest. */
function firstOptions(fileName: string): Omit<CaseImportOptions, 'siteId' | 'locale'> {
  const known = ['zendesk', 'chatwoot'].find((name) => fileName.toLowerCase().includes(name));
  return {
    source: known ?? 'old-desk',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    category: null,
    categories: {},
    openCases: 'promise',
  };
}
