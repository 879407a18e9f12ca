import type { TicketListItemView } from '../../../contract/index.js';
import { TicketRow } from '../lists/ticket-row.js';

/** The tickets as cards, one below the other, for a phone. */
export function TicketCards({ rows }: { rows: readonly TicketListItemView[] }) {
  return (
    <ul className="rows tickets-cards">
      {rows.map((row) => (
        <li key={row.number}>
          <TicketRow row={row} list="mine" isOpen={false} />
        </li>
      ))}
    </ul>
  );
}
