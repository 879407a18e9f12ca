import { DIMENSIONS, type Dimension, OPEN_DIMENSIONS, readSkill, writeSkill } from '../../skills/skill.js';
import { useSkillTexts } from '../../skills/texts.js';
import { AddKnownSkill, AddOpenSkill } from './add-skill.js';
import { MOST_SKILLS, USUAL_PROFICIENCY } from './proficiency.js';
import { useProfileTexts } from './profile-texts.js';
import { SkillRow } from './skill-row.js';

type Skills = Record<string, number>;

/** What somebody is good at, and how good, by what it is about. */
export function SkillEditor({ skills, onChange }: { skills: Skills; onChange: (skills: Skills) => void }) {
  const texts = useProfileTexts();
  const isFull = Object.keys(skills).length >= MOST_SKILLS;
  return (
    <fieldset className="staff-set">
      <legend className="field-label">{texts('skills')}</legend>
      <p className="field-hint">{texts('skillsHint')}</p>
      {Object.keys(skills).length === 0 && <p className="staff-quiet">{texts('noSkills')}</p>}
      <div className="staff-dimensions">
        {DIMENSIONS.map((dimension) => (
          <Part key={dimension} dimension={dimension} skills={skills} isFull={isFull} onChange={onChange} />
        ))}
      </div>
      {isFull && <p className="field-error">{texts('tooMany')}</p>}
    </fieldset>
  );
}

function Part({
  dimension,
  skills,
  isFull,
  onChange,
}: {
  dimension: Dimension;
  skills: Skills;
  isFull: boolean;
  onChange: (skills: Skills) => void;
}) {
  const texts = useProfileTexts();
  const names = useSkillTexts();
  const own = Object.keys(skills).filter((skill) => readSkill(skill)?.dimension === dimension);
  const add = (value: string) => onChange({ ...skills, [writeSkill(dimension, value)]: USUAL_PROFICIENCY });
  const taken = own.map((skill) => readSkill(skill)?.value ?? '');
  const isOpen = OPEN_DIMENSIONS.includes(dimension);
  return (
    <section className="staff-dimension" aria-label={names(dimension)}>
      <h4>
        {names(dimension)} <small className="staff-quiet">{texts(`hint.${dimension}`)}</small>
      </h4>
      {own.length > 0 && (
        <ul>
          {own.map((skill) => (
            <SkillRow
              key={skill}
              skill={skill}
              proficiency={skills[skill] ?? 0}
              onChange={(proficiency) => onChange({ ...skills, [skill]: proficiency })}
              onRemove={() => {
                const { [skill]: _, ...others } = skills;
                onChange(others);
              }}
            />
          ))}
        </ul>
      )}
      {!isFull &&
        (isOpen ? (
          <AddOpenSkill dimension={dimension} taken={taken} onAdd={add} />
        ) : (
          <AddKnownSkill dimension={dimension} taken={taken} onAdd={add} />
        ))}
    </section>
  );
}
