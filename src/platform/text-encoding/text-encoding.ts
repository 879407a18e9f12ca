/** More than this share of zero bytes at every other place is UTF-16 without a mark. */
const ZEROS = 0.4;
const SAMPLE = 4_000;

/**
 * Text as editors and spreadsheets save it: UTF-8, UTF-16 with or without a mark, GB18030 (and so GBK and GB2312).
 * @returns undefined when it is none of these
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  const sample = bytes.subarray(0, SAMPLE);
  if (zerosAt(sample, 1) > ZEROS) return decode('utf-16le', bytes);
  if (zerosAt(sample, 0) > ZEROS) return decode('utf-16be', bytes);
  return decode('utf-8', bytes) ?? decode('gb18030', bytes);
}

/** A name in a ZIP: its maker should say when it is UTF-8, and often does not. */
export function decodeName(bytes: Uint8Array): string {
  return (decode('utf-8', bytes) ?? decode('gb18030', bytes) ?? decode('latin1', bytes) ?? '').normalize('NFC');
}

function zerosAt(bytes: Uint8Array, parity: 0 | 1): number {
  let zeros = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return bytes.length < 2 ? 0 : zeros / Math.ceil((bytes.length - parity) / 2);
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
