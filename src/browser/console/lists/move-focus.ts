/** Moves the keyboard to the next (1) or previous (-1) row; starts at the open ticket, else at the first. */
export function moveFocus(pane: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(pane?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  // The keyboard may also stand on the tick beside it.
  const focused = rows.findIndex((row) => (row.closest('tr, li') ?? row).contains(document.activeElement));
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const next = rows[from < 0 ? 0 : Math.min(Math.max(from + step, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
