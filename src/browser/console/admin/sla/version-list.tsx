import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Timestamp } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useMayEdit } from './editable.js';
import { useSlaTexts } from './texts.js';

/** What a list of versions says of each. */
export interface VersionLine {
  version: number;
  note: string;
  createdAt: Timestamp;
  createdBy?: string;
}

export const AT_FIRST = 5;
export const MORE = 20;

/** All that ever held, newest first: who, when, why, and what became different. */
export function VersionList<Version extends VersionLine>({
  versions,
  count,
  changes,
  onMore,
  onTake,
}: {
  /** Newest first, and one more than are shown, if there is one. */
  versions: readonly Version[];
  count: number;
  /** @param before the version before it; undefined: it is the first */
  changes: (version: Version, before: Version | undefined) => ReactNode[];
  onMore: () => void;
  onTake: (version: Version) => void;
}) {
  const { formats } = useLanguage();
  const texts = useSlaTexts();
  const mayEdit = useMayEdit();
  return (
    <section className="sheet sla-part" aria-label={texts('versions')}>
      <h3>{texts('versions')}</h3>
      <ol className="sla-versions">
        {versions.slice(0, count).map((version, place) => {
          const lines = changes(version, versions[place + 1]);
          return (
            <li key={version.version} className="sla-version">
              <div className="sla-version-head">
                <b>{texts('version', { version: version.version })}</b>
                {place === 0 && <span className="badge badge-ok">{texts('current')}</span>}
                <span className="sla-quiet" title={formats.full(version.createdAt)}>
                  {version.createdBy ?? texts('system')} · {formats.short(version.createdAt)}
                </span>
                {place > 0 && mayEdit && (
                  <Button size="small" onClick={() => onTake(version)}>
                    {texts('takeVersion')}
                  </Button>
                )}
              </div>
              {version.note && <p>{version.note}</p>}
              {lines.length > 0 && <ul className="sla-changes">{lines}</ul>}
            </li>
          );
        })}
      </ol>
      {versions.length > count && (
        <div>
          <Button size="small" onClick={onMore}>
            {texts('olderVersions')}
          </Button>
        </div>
      )}
    </section>
  );
}
