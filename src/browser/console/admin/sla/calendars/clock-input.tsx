import { Input } from 'antd';
import { useState } from 'react';
import { clockOf, DAY, minutesOf } from './hours.js';

/** A time of day, always of 24 hours: a browser's own field would follow the language of the browser. */
export function ClockInput({
  label,
  minutes,
  isWrong,
  onChange,
}: {
  label: string;
  /** After midnight; a day's end is 24:00, what lies beyond begins anew. */
  minutes: number;
  isWrong: boolean;
  onChange: (minutes: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const isUnread = typed !== undefined && minutesOf(typed) === undefined;
  return (
    <Input
      className="sla-clock"
      aria-label={label}
      aria-invalid={isWrong || isUnread}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={typed ?? (minutes === DAY ? '24:00' : clockOf(minutes))}
      status={isWrong || isUnread ? 'error' : undefined}
      onChange={({ target }) => {
        setTyped(target.value);
        const read = minutesOf(target.value);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
