import { useState } from 'react';
import type { WallBoardCaseView, WallBoardPersonView } from '../../../contract/index.js';
import { CaseRow } from './case-row.js';
import { useWallTexts } from './texts.js';

const SHOWN = 5;

/** First those that wait for an answer, the longest waiting first; many are folded. */
export function PersonCases({ person }: { person: WallBoardPersonView }) {
  const texts = useWallTexts();
  const [isOpen, setOpen] = useState(false);
  const cases = person.cases.toSorted(byPressure);
  const shown = isOpen || cases.length <= SHOWN + 1 ? cases : cases.slice(0, SHOWN);
  if (cases.length === 0) return person.otherCases === 0 && <p className="wall-small">{texts('noCases')}</p>;
  return (
    <>
      <ul className="wall-cases">
        {shown.map((held) => (
          <CaseRow key={held.number} held={held} person={person} />
        ))}
      </ul>
      {cases.length > SHOWN + 1 && (
        <button
          type="button"
          className="quiet-button wall-more"
          aria-expanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        >
          {isOpen ? texts('fewer') : texts('all', { count: cases.length })}
        </button>
      )}
    </>
  );
}

const byPressure = (a: WallBoardCaseView, b: WallBoardCaseView): number =>
  Number(b.waitsFor === 'staff') - Number(a.waitsFor === 'staff') ||
  (a.waitingSince ?? a.since).localeCompare(b.waitingSince ?? b.since);
