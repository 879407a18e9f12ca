import { CloseOutlined } from '@ant-design/icons';
import { Button, InputNumber, Slider } from 'antd';
import { useSkillWords } from '../../skills/use-skill-words.js';
import { levelOf } from './proficiency.js';
import { useProfileTexts } from './profile-texts.js';

/** One skill: how good somebody is at it, to be dragged or typed. */
export function SkillRow({
  skill,
  proficiency,
  onChange,
  onRemove,
}: {
  skill: string;
  proficiency: number;
  onChange: (proficiency: number) => void;
  onRemove: () => void;
}) {
  const texts = useProfileTexts();
  const { short } = useSkillWords();
  const name = short(skill);
  const label = texts('proficiency', { skill: name });
  return (
    <li className="staff-skill">
      <span className="ellipsis" title={name}>
        {name}
      </span>
      <Slider
        min={0}
        max={100}
        step={5}
        value={proficiency}
        tooltip={{ open: false }}
        ariaLabelForHandle={label}
        ariaValueTextFormatterForHandle={(value) => `${value} ${texts(`level.${levelOf(value ?? 0)}`)}`}
        onChange={onChange}
      />
      <InputNumber
        aria-label={label}
        size="small"
        min={0}
        max={100}
        precision={0}
        value={proficiency}
        onChange={(value) => value !== null && onChange(value)}
      />
      <small className="staff-quiet">{texts(`level.${levelOf(proficiency)}`)}</small>
      <Button
        type="text"
        size="small"
        aria-label={texts('remove', { skill: name })}
        icon={<CloseOutlined aria-hidden />}
        onClick={onRemove}
      />
    </li>
  );
}
