const PERSON = 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 21a7.5 7.5 0 0 1 15 0';
const SHEET = 'M6 3h12v18H6zM10 8h4M10 12h4';

/** Line drawings in a box of 24 × 24. */
const PATHS = {
  lantern: 'M8.5 8.5 12 4.5l3.5 4zM7.5 8.5h9l-1.2 10H8.7zM9.5 21.5h5M12 12v3M12 2v2',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l5 5',
  person: PERSON,
  send: 'M12 20V5M5 12l7-7 7 7',
  attach: 'M12 5v14M5 12h14',
  file: SHEET,
  check: 'M5 12l5 5 9-9',
  account: PERSON,
  earnings: 'M3 6h18v12H3zM3 10h18M15 14h2',
  feature: 'M3 5h18v11H3zM9 20h6M10 8v5l5-2z',
  content: SHEET,
  star: 'M12 3.5l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z',
  chat: 'M4 5h16v11h-9l-4.5 4v-4H4z',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
