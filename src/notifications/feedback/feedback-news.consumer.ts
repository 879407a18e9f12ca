import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { isMailAddress, type Locale } from '../../contract/index.js';
import { BOT, Conversations, Entries } from '../../conversations/index.js';
import { FeedbackTellingDue, feedbackPath, Tellings, type TellingWords } from '../../feedback/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Mails } from '../../platform/mail/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { Templates } from '../../platform/templates/index.js';
import { writeLetter } from '../letters/letter.js';
import { ADDRESSES } from '../letters/letters.sql.js';
import { preferencesPaths } from '../letters/mail-links.js';
import { messageOf, newsOf } from './feedback-news.js';

const FOOTER: Record<Locale, { footer: string; unsubscribeLabel: string }> = {
  'zh-CN': {
    footer: '您收到这封邮件，是因为您反馈过意见，或投过“我也需要”。请勿直接回复。',
    unsubscribeLabel: '不再接收邮件',
  },
  en: {
    footer: 'You get this mail because you gave feedback or asked for this too. Please do not answer it.',
    unsubscribeLabel: 'No more such mail',
  },
};

/** Whom to tell; `present` in a widget, where a message would be seen. */
const PERSON = `
  SELECT c.id, c.site_id AS "siteId", c.name, c.locale, c.external_id IS NOT NULL
           OR EXISTS (SELECT FROM visitor_sessions v WHERE v.customer_id = c.id)
           OR EXISTS (SELECT FROM conversations v WHERE v.customer_id = c.id) AS present
  FROM customers c WHERE c.id = $1`;

interface Person {
  id: string;
  siteId: string;
  name: string;
  locale: Locale;
  present: boolean;
  [column: string]: unknown;
}

/** Each person of a topic hears once what became of it: in their conversation, and by mail where there is an address. */
@Injectable()
@Consumer({ name: 'notifications.feedback', onPoison: 'skip' })
export class FeedbackNewsConsumer {
  constructor(
    private readonly tellings: Tellings,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly mails: Mails,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All in the transaction in which the delivery is remembered. */
  @Handles(FeedbackTellingDue)
  async tell(tx: Transaction, { payload }: EventOf<typeof FeedbackTellingDue>): Promise<void> {
    const words = await this.tellings.wordsOf(tx, payload.tellingId);
    const person = await tx.one<Person>(PERSON, [payload.customerId]);
    if (!words || !person) return;
    const inThread = person.present && (await this.post(tx, person, words));
    const byMail = await this.write(tx, person, words, payload.tellingId);
    await this.tellings.reached(tx, payload, [
      ...(inThread ? (['thread'] as const) : []),
      ...(byMail ? (['mail'] as const) : []),
    ]);
  }

  private async post(tx: Transaction, person: Person, words: TellingWords): Promise<true> {
    const { locale } = person;
    const conversationId = await this.conversations.forNews(tx, person);
    const body = messageOf(newsOf(words, locale), locale);
    await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body });
    return true;
  }

  /** An address that several people share gets one letter. */
  private async write(tx: Transaction, person: Person, words: TellingWords, tellingId: string): Promise<boolean> {
    if (!this.mails.on) return false;
    const { publicUrl, secretKey } = this.config;
    const { id, name, locale } = person;
    const points = await tx.query<{ id: string; address: string }>(ADDRESSES, [id]);
    const good = points.filter(({ address }) => isMailAddress(address));
    for (const point of good) {
      const paths = preferencesPaths(secretKey, point.id);
      const news = newsOf(words, locale);
      const letter = writeLetter(this.templates, 'feedback', locale, {
        ...news,
        name,
        url: this.url(id, locale),
        ...FOOTER[locale],
        unsubscribeUrl: `${publicUrl}${paths.page}&locale=${locale}`,
        preheader: news.sentence,
      });
      await this.mails.queue(tx, `feedback ${tellingId} ${point.address.toLowerCase()}`, {
        ...letter,
        to: { name, address: point.address },
        messageId: `<feedback.${tellingId}.${point.id}@${this.mails.domain}>`,
        references: [],
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          Precedence: 'bulk',
          'List-Unsubscribe': `<${publicUrl}${paths.oneClick}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    }
    return good.length > 0;
  }

  private url(customerId: string, locale: Locale): string {
    const { publicUrl, secretKey } = this.config;
    return `${publicUrl}${feedbackPath(secretKey, customerId)}&locale=${locale}#mine`;
  }
}
