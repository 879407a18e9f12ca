import type { ReactNode } from 'react';
import { useStaff } from '../session/session.js';
import { BotNav } from './bot-nav.js';
import { useReportTexts } from './texts.js';
import '../shared/page.css';

/** A page about the bot, for who keeps it. */
export function BotFrame({ children }: { children: ReactNode }) {
  const texts = useReportTexts();
  const { role } = useStaff();
  return (
    <div className="bot-frame">
      <BotNav />
      <main className="page" id="thread" tabIndex={-1}>
        {role === 'agent' ? (
          <div className="placeholder">
            <strong>{texts('forbidden')}</strong>
            <p>{texts('forbiddenDetail')}</p>
          </div>
        ) : (
          <div className="bot-page">{children}</div>
        )}
      </main>
    </div>
  );
}
