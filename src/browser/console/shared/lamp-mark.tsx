/** The house's mark: a lamp that stays lit. */
export function LampMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0e5a56" />
      <path
        d="M16 5v3M10 12h12l2 11H8z"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx="16" cy="17.5" r="3" fill="#ffc857" />
      <path d="M12 26h8" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
