/** A start that cannot go on for a reason the operator can mend: shown as one line, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * @param problem what is the matter, one sentence
   * @param fix what to do about it, one sentence; a command where there is one
   */
  constructor(
    readonly problem: string,
    readonly fix: string,
  ) {
    super(`${problem} → ${fix}`);
  }
}
