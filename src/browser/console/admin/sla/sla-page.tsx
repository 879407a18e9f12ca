import { useState } from 'react';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { PageFrame } from '../../shared/page-frame.js';
import { CalendarPart } from './calendars/calendar-part.js';
import { LadderPart } from './ladders/ladder-part.js';
import { PolicyPart } from './policies/policy-part.js';
import type { Draft } from './preview/draft.js';
import { DuePreviewPanel } from './preview/due-preview.js';
import { firstImagined } from './preview/question.js';
import { useSlaTexts } from './texts.js';
import './sla.css';
import './calendars/calendars.css';
import './ladders/ladders.css';

const PARTS = ['policies', 'calendars', 'ladders'] as const;

/** How soon, which hours count, and who hears of it: three editors, each beside a preview that goes by what stands in it. */
export default function SlaPage({ rest: [part = 'policies', which] }: { rest: string[] }) {
  const texts = useSlaTexts();
  const open = PARTS.find((known) => known === part) ?? 'policies';
  const [imagined, setImagined] = useState(() => firstImagined(Date.now()));
  const preview = (draft: Draft) => (
    <DuePreviewPanel
      draft={draft}
      imagined={imagined}
      onImagine={(change) => setImagined((current) => ({ ...current, ...change }))}
    />
  );
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <nav className="sla-parts" aria-label={texts('parts')}>
        {PARTS.map((key) => (
          <Link key={key} to={adminAddress('sla', key)} aria-current={key === open ? 'page' : undefined}>
            {texts(key)}
          </Link>
        ))}
      </nav>
      {open === 'policies' && <PolicyPart preview={preview} />}
      {open === 'calendars' && <CalendarPart which={which} preview={preview} />}
      {open === 'ladders' && <LadderPart preview={preview} />}
    </PageFrame>
  );
}
