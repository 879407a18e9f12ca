interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Above so many a statement takes longer than the first who asked should wait. */
const TOGETHER = 100;

/**
 * Many questions of one kind, each about something else, are answered by one statement: while one is under way, what is asked
 * is collected and goes with the next one. No timer: a single question goes at once. Two statements at a time were half as
 * large and cost a third more for each answer.
 */
export class GatheredRead<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private underWay = false;

  /** @param read answers in the order of the questions; when it throws, all of them have failed */
  constructor(private readonly read: (questions: Question[]) => Promise<Answer[]>) {}

  get(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.underWay) void this.send();
    });
  }

  private async send(): Promise<void> {
    this.underWay = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0, TOGETHER);
      try {
        const answers = await this.read(asked.map(({ question }) => question));
        for (const [index, { resolve }] of asked.entries()) resolve(answers[index] as Answer);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.underWay = false;
  }
}
