/** Something of a file that cannot be imported: all of it, or a row. */
export class ImportRefused<Code extends string = string> extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: Code,
    /** Which file, field or line. */
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
  }

  get said(): { code: Code; detail?: string } {
    return { code: this.code, ...(this.detail && { detail: this.detail }) };
  }
}
