/** The header that gives a file its name, whatever characters that has. */
export const fileDisposition = (how: 'inline' | 'attachment', name: string): string =>
  `${how}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`;
