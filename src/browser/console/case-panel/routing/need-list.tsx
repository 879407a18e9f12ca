import type { Need } from '../../../../contract/index.js';
import { useSkillWords } from '../../skills/use-skill-words.js';
import { useRoutingTexts } from './texts.js';

/** What a case asks of who takes it. */
export function NeedList({ title, needs }: { title: string; needs: readonly Need[] }) {
  const texts = useRoutingTexts();
  const { long } = useSkillWords();
  return (
    <div className="routing-needs">
      <span className="panel-hint">{title}</span>
      {needs.map(({ skill, minimum, required }) => (
        <span key={`${skill} ${minimum} ${required}`} className="routing-need">
          {long(skill)} · {texts(required ? 'required' : 'preferred', { minimum })}
        </span>
      ))}
    </div>
  );
}
