import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { type Remark, Remarks } from '../problems.js';
import { useRoutingTexts } from '../texts.js';

/** Who else may take a case that has waited for long, the first first. */
export function OverflowTeams({
  own,
  value,
  problems,
  warnings,
  onChange,
}: {
  own: string;
  value: readonly string[];
  problems: readonly Remark[];
  warnings: readonly Remark[];
  onChange: (teamIds: string[]) => void;
}) {
  const { pick } = useLanguage();
  const texts = useRoutingTexts();
  const teams = useTeams().data?.items ?? [];
  const nameOf = (id: string) => {
    const team = teams.find((each) => each.id === id);
    return team ? pick(team.name) : id;
  };
  const left = teams.filter(({ id, archived }) => !archived && id !== own && !value.includes(id));
  const swap = (place: number, other: number) => {
    const next = [...value];
    [next[place], next[other]] = [next[other] as string, next[place] as string];
    onChange(next);
  };
  return (
    <div className="labelled">
      <span className="field-label">{texts('overflowTeamIds')}</span>
      {value.length === 0 && <p className="staff-quiet">{texts('noOverflow')}</p>}
      <ol className="routing-overflow">
        {value.map((id, place) => {
          const team = nameOf(id);
          return (
            <li key={id}>
              <span className="tabular">{place + 1}</span>
              <span className="ellipsis">{team}</span>
              <Button
                type="text"
                size="small"
                aria-label={texts('up', { team })}
                icon={<ArrowUpOutlined aria-hidden />}
                disabled={place === 0}
                onClick={() => swap(place, place - 1)}
              />
              <Button
                type="text"
                size="small"
                aria-label={texts('down', { team })}
                icon={<ArrowDownOutlined aria-hidden />}
                disabled={place === value.length - 1}
                onClick={() => swap(place, place + 1)}
              />
              <Button
                type="text"
                size="small"
                aria-label={texts('remove', { team })}
                icon={<CloseOutlined aria-hidden />}
                onClick={() => onChange(value.filter((each) => each !== id))}
              />
            </li>
          );
        })}
      </ol>
      {left.length > 0 && (
        <Select
          className="routing-short"
          aria-label={texts('addTeam')}
          placeholder={texts('addTeam')}
          value={null}
          options={left.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          onChange={(id: string | null) => id && onChange([...value, id])}
        />
      )}
      <Remarks of={(path) => path.startsWith('overflowTeamIds')} remarks={problems} />
      <Remarks of={(path) => path.startsWith('overflow')} remarks={warnings} tone="warning" />
    </div>
  );
}
