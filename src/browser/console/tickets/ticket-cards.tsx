import type { TicketListItemView } from '../../../contract/index.js';
import { Tick } from '../bulk/tick.js';
import type { Selection } from '../bulk/use-selection.js';
import { SaidLine } from '../lists/said-line.js';
import { TicketRow } from '../lists/ticket-row.js';

/** The tickets as cards, one below the other, for a phone. */
export function TicketCards({ rows, selection }: { rows: readonly TicketListItemView[]; selection: Selection }) {
  return (
    <ul className="rows tickets-cards">
      {rows.map((row) => (
        <li key={row.number}>
          {selection.hasTickable && (
            <Tick
              number={row.number}
              isTicked={selection.isTicked(row.number)}
              isOpen={selection.mayTick(row)}
              onToggle={selection.toggle}
            />
          )}
          <div className="tickets-card">
            <TicketRow row={row} list="mine" isOpen={false} />
            {row.said && <SaidLine said={row.said} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
