/** What a page of ours needs beyond text, styles and pictures. */
export interface PageNeeds {
  /** Whether scripts of our own run on it; they may ask our own server. */
  scripts: boolean;
  /** Sources of pages that it shows in frames, e.g. `'self'` or `https://player.example`. */
  frames: readonly string[];
}

/** The content security policy of a public page: nothing but what it needs. */
export function contentPolicy({ scripts, frames }: PageNeeds): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(scripts ? ["script-src 'self'", "connect-src 'self'"] : []),
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
