import { strToU8, zipSync } from 'fflate';

/** A ZIP of these texts and pictures, as somebody would pack a folder. */
export function zipOf(files: Record<string, string | Uint8Array>): Buffer {
  const packed = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(packed)));
}

/** The smallest picture there is. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
