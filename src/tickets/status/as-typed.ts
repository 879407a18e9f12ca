import { wellFormed } from '../../platform/http/index.js';

/** As in the field of a form: browsers send other ends of lines, and what no screen shows is left out. */
export function asTyped(body: string): string {
  return (
    wellFormed(body)
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what goes.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .trim()
  );
}
