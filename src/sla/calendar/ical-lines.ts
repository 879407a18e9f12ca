/** As many entries as are read. */
const MOST_ENTRIES = 1_000;
const LONGEST_LINE = 1_000;
/** What of an entry matters. */
const WANTED = /^(UID|DTSTAMP|DTSTART|DTEND|SUMMARY|RRULE|X-APPLE-SPECIAL-DAY)[;:]/i;
const WHOLE_DAY = /^DTSTART(;[^:]*)?:\d{8}\s*$/i;
/** How a holiday comes back: on its date, or on a weekday of a month. */
const RULE_PARTS =
  /^(FREQ=YEARLY|INTERVAL=[1-9]\d?|COUNT=\d{1,4}|UNTIL=[\dTZ]{8,16}|WKST=[A-Z]{2}|BYMONTH=\d{1,2}|BYMONTHDAY=-?\d{1,2}(,-?\d{1,2}){0,6}|BYDAY=[+-]?\d?[A-Z]{2})$/i;

/**
 * Of an iCal file the entries of whole days, with the lines that matter and no others: zones without end, rules for each second
 * and ten thousand nested parts would keep a reader busy for hours.
 * @returns the rest of the file as iCal, and how many entries were left out
 */
export function wholeDays(file: string): { file: string; leftOut: number } {
  const entries: string[] = [];
  let leftOut = 0;
  for (const lines of entriesOf(file)) {
    const rule = lines.find((line) => /^RRULE/i.test(line));
    if (entries.length < MOST_ENTRIES && lines.some((line) => WHOLE_DAY.test(line)) && (!rule || comesBack(rule)))
      entries.push(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n'));
    else leftOut += 1;
  }
  return { file: ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR', ''].join('\r\n'), leftOut };
}

/** The lines of each entry, unfolded; each kind of line once, and none of what stands within it, as alarms do. */
function* entriesOf(file: string): Generator<string[]> {
  let entry: Map<string, string> | undefined;
  let within = 0;
  for (const line of file.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) [entry, within] = [new Map(), 0];
    else if (!entry) continue;
    else if (/^END:VEVENT\s*$/i.test(line)) {
      yield [...entry.values()];
      entry = undefined;
    } else if (/^BEGIN:/i.test(line)) within += 1;
    else if (/^END:/i.test(line)) within -= 1;
    else {
      const name = WANTED.exec(line)?.[1]?.toUpperCase();
      if (name && within === 0 && !entry.has(name)) entry.set(name, line.slice(0, LONGEST_LINE));
    }
  }
}

function comesBack(rule: string): boolean {
  const parts = rule
    .slice(rule.indexOf(':') + 1)
    .trim()
    .toUpperCase()
    .split(';');
  const has = (name: string) => parts.some((part) => part.startsWith(`${name}=`));
  return (
    has('FREQ') &&
    parts.every((part) => RULE_PARTS.test(part)) &&
    (has('BYMONTH') || !(has('BYDAY') || has('BYMONTHDAY')))
  );
}
