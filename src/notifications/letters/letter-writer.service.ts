import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { isMailAddress, type Locale } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Mails } from '../../platform/mail/index.js';
import { Templates } from '../../platform/templates/index.js';
import { CustomerTickets } from '../../tickets/index.js';
import { writeLetter } from './letter.js';
import { type Answer, type DueLetter, letterContext, pointless } from './letter-facts.js';
import { ADDRESSES, DONE, NEXT_DUE, PRUNE, PUT_OFF, UNREAD_ANSWERS } from './letters.sql.js';
import { mailId, preferencesPaths, threadId } from './mail-links.js';

const FOOTER: Record<Locale, { footer: string; unsubscribeLabel: string }> = {
  'zh-CN': {
    footer: '这封邮件由系统自动发出，请勿直接回复。',
    unsubscribeLabel: '不再接收工单邮件',
  },
  en: { footer: 'This mail was sent automatically; please do not answer it.', unsubscribeLabel: 'No more such mail' },
};

type Row<T> = T & { [column: string]: unknown };

/** Writes letters that are due, each in one transaction with the mails that it becomes: once, or not yet. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly templates: Templates,
    private readonly tickets: CustomerTickets,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Any number of processes may do this at once. */
  async writeDue(): Promise<void> {
    for (;;) {
      let taken: string | undefined;
      try {
        const found = await this.database.transaction(async (tx) => {
          const letter = await tx.one<Row<DueLetter>>(NEXT_DUE);
          taken = letter?.id;
          if (letter) await this.write(tx, letter);
          return letter;
        });
        if (!found) return;
      } catch (error) {
        if (taken === undefined) throw error;
        this.logger.error({ err: error, letter: taken }, 'a letter could not be written; it waits');
        await this.database.query(PUT_OFF, [taken]);
      }
    }
  }

  async prune(): Promise<void> {
    await this.database.query(PRUNE);
  }

  private async write(tx: Transaction, letter: DueLetter): Promise<void> {
    const answers =
      letter.kind === 'answered'
        ? await tx.query<Row<Answer>>(UNREAD_ANSWERS, [letter.conversationId, letter.customerId])
        : [];
    const drop = pointless(letter, answers);
    if (drop) return await this.done(tx, letter, 'dropped', drop);
    const points = await tx.query<{ id: string; address: string }>(ADDRESSES, [letter.customerId]);
    const good = points.filter(({ address }) => isMailAddress(address));
    if (good.length === 0) return await this.done(tx, letter, 'dropped', 'no address to write to');
    for (const point of good) await this.queue(tx, letter, answers, point);
    const upTo = answers.at(-1)?.seq;
    await this.done(tx, letter, 'written', '', upTo === undefined ? {} : { upTo });
  }

  private async queue(
    tx: Transaction,
    letter: DueLetter,
    answers: Answer[],
    { id, address }: { id: string; address: string },
  ): Promise<void> {
    const { secretKey, publicUrl } = this.config;
    const { number, locale, name } = letter;
    const { statusPath, lookupCode } = this.tickets.linksOf(number);
    const paths = preferencesPaths(secretKey, id);
    const unsubscribeUrl = `${publicUrl}${paths.page}&locale=${locale}`;
    const written = writeLetter(this.templates, letter.kind, locale, {
      ...letterContext(letter, answers, {
        statusUrl: `${publicUrl}${statusPath}&locale=${locale}`,
        code: lookupCode,
      }),
      ...FOOTER[locale],
      unsubscribeUrl,
      preheader: number,
    });
    await this.mails.queue(tx, `letter ${letter.id} ${id}`, {
      ...written,
      to: { name, address },
      messageId: mailId(secretKey, number, `${letter.id}.${id}`, this.mails.domain),
      references: [threadId(secretKey, number, this.mails.domain)],
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        Precedence: 'bulk',
        'List-Unsubscribe': `<${publicUrl}${paths.oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  }

  private async done(
    tx: Transaction,
    { id }: DueLetter,
    state: 'written' | 'dropped',
    because: string,
    data: object = {},
  ): Promise<void> {
    await tx.query(DONE, [id, state, because, data]);
  }
}
