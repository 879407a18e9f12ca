import type { ReactNode } from 'react';

/** A line on how an article stands, with what can be done about it; below each other where there is no room. */
export function Note({
  tone,
  title,
  detail,
  children,
}: {
  tone: 'info' | 'warn' | 'danger';
  title: string;
  detail?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`article-note article-note-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <div>
        <b>{title}</b>
        {detail && <p>{detail}</p>}
      </div>
      {children && <span className="article-note-actions">{children}</span>}
    </div>
  );
}
