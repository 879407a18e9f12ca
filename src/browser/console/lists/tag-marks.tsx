interface Props {
  tags: readonly string[];
  /** So many are shown; the rest is counted, and named when pointed at. */
  most: number;
}

/** The tags of a case where there is little room. */
export function TagMarks({ tags, most }: Props) {
  const rest = tags.length - most;
  return (
    <span className="tag-marks" title={tags.join(' · ')}>
      {tags.slice(0, most).map((tag) => (
        <span key={tag} className="badge ellipsis">
          {tag}
        </span>
      ))}
      {rest > 0 && <span className="tabular">+{rest}</span>}
    </span>
  );
}
