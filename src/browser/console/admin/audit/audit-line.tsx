import type { AuditRecordView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useAuditTexts } from './texts.js';
import { deedWord, KIND_WORDS, valueText } from './words.js';

/** One record: who did what to which thing, and on demand from what to what. */
export function AuditLine({ record }: { record: AuditRecordView }) {
  const { pick, formats } = useLanguage();
  const texts = useAuditTexts();
  const { actor, action, subject, at } = record;
  const kind = KIND_WORDS[subject.kind];
  const changes = Object.entries(record.changes);
  return (
    <li className="audit-line">
      <div className="audit-what">
        <b>{actor.name}</b>
        {!actor.id && <span className="audit-quiet">{texts('program')}</span>}
        <span>{pick(deedWord(action))}</span>
        <span className="audit-quiet">{kind ? pick(kind) : subject.kind}</span>
        <b>{subject.label}</b>
        <time dateTime={at} title={formats.full(at)} className="audit-quiet tabular">
          {formats.short(at)}
        </time>
      </div>
      {changes.length > 0 && (
        <details>
          <summary>{texts('changed')}</summary>
          <dl>
            {changes.map(([field, { before, after }]) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <s>{valueText(before) || texts('absent')}</s> → <span>{valueText(after) || texts('absent')}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
