interface Bar {
  key: string;
  whole: number;
  /** What of it is marked. */
  marked: number;
  label: string;
}

/** A bar for each day or week, part of it marked; each says what it is when it is pointed at, and to screen readers. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const highest = Math.max(1, ...bars.map(({ whole }) => whole));
  const height = (count: number) => `${(100 * count) / highest}%`;
  return (
    <ol className="bars" aria-label={label}>
      {bars.map(({ key, whole, marked, label: text }) => (
        <li key={key} title={text}>
          <span className="sr-only">{text}</span>
          <span className="bar" style={{ height: height(whole) }}>
            <span className="bar-marked" style={{ height: whole > 0 ? `${(100 * marked) / whole}%` : 0 }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
