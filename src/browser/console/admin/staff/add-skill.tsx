import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { CATEGORIES, LOCALES, SHOP_TIERS } from '../../../../contract/index.js';
import { type Dimension, isSkillValue } from '../../skills/skill.js';
import { useSkillTexts } from '../../skills/texts.js';
import { useSkillWords } from '../../skills/use-skill-words.js';
import { useProfileTexts } from './profile-texts.js';

interface Props {
  dimension: Dimension;
  taken: string[];
  onAdd: (value: string) => void;
}

const VALUES: Partial<Record<Dimension, readonly string[]>> = {
  language: LOCALES,
  category: CATEGORIES,
  tier: SHOP_TIERS,
};

/** One of the desk's own words. */
export function AddKnownSkill({ dimension, taken, onAdd }: Props) {
  const texts = useProfileTexts();
  const names = useSkillTexts();
  const { nameValue } = useSkillWords();
  const left = (VALUES[dimension] ?? []).filter((value) => !taken.includes(value));
  if (left.length === 0) return null;
  const label = texts('add', { dimension: names(dimension) });
  return (
    <Select
      size="small"
      className="staff-add"
      aria-label={label}
      placeholder={label}
      value={null}
      options={left.map((value) => ({ value, label: nameValue(dimension, value) }))}
      onChange={(value: string | null) => value && onAdd(value)}
    />
  );
}

/** A word that the host site knows and the desk does not. */
export function AddOpenSkill({ dimension, taken, onAdd }: Props) {
  const texts = useProfileTexts();
  const names = useSkillTexts();
  const [typed, setTyped] = useState('');
  const value = typed.trim();
  const wrong =
    value === ''
      ? undefined
      : taken.includes(value)
        ? texts('valueTaken')
        : isSkillValue(value)
          ? undefined
          : texts('valueWrong');
  const example = texts(dimension === 'entry' ? 'example.entry' : 'example.industry');
  const label = texts('addOpen', { dimension: names(dimension), example });
  const add = () => {
    if (value === '' || wrong) return;
    onAdd(value);
    setTyped('');
  };
  return (
    <>
      <Space.Compact size="small" className="staff-add">
        <Input
          aria-label={label}
          placeholder={label}
          maxLength={60}
          status={wrong ? 'error' : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            // Enter adds; it does not save the form.
            event.preventDefault();
            add();
          }}
        />
        <Button
          aria-label={texts('addThis')}
          icon={<PlusOutlined aria-hidden />}
          disabled={value === ''}
          onClick={add}
        />
      </Space.Compact>
      {wrong && (
        <p role="alert" className="field-error">
          {wrong}
        </p>
      )}
    </>
  );
}
