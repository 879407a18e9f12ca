import type { AuditRecordView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { readSkill } from '../../skills/skill.js';
import { useSkillWords } from '../../skills/use-skill-words.js';
import { fieldWord, valueWord } from './field-words.js';
import { useAuditTexts } from './texts.js';
import { deedWord, KIND_WORDS, type ValueWords, valueText } from './words.js';

/** One record: who did what to which thing, and on demand from what to what. */
export function AuditLine({ record }: { record: AuditRecordView }) {
  const { pick, formats } = useLanguage();
  const texts = useAuditTexts();
  const { actor, action, subject, at } = record;
  const kind = KIND_WORDS[subject.kind];
  const changes = Object.entries(record.changes);
  const words = useValueWords();
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
                <dt>{pick(fieldWord(field))}</dt>
                <dd>
                  <s>{valueText(before, words(field)) || texts('absent')}</s> →{' '}
                  <span>{valueText(after, words(field)) || texts('absent')}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

/** Skills, teams and the words of routing as a reader knows them. */
function useValueWords(): (field: string) => ValueWords {
  const { pick } = useLanguage();
  const { long } = useSkillWords();
  const teams = useTeams().data?.items ?? [];
  const name = (text: string) => {
    const team = teams.find(({ id }) => id === text);
    return team ? pick(team.name) : long(text);
  };
  return (field) => ({
    key: (key) => (readSkill(key) ? long(key) : pick(fieldWord(key))),
    text: (text) => {
      const word = valueWord(field, text);
      return word ? pick(word) : name(text);
    },
  });
}
