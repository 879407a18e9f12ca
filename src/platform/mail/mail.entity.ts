import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** `sending`: somebody has it in hand; whoever finds it so for long takes it over. */
export type MailState = 'queued' | 'sending' | 'sent' | 'failed';

/** A mail of the desk's, whole as it goes out, and what became of it. */
@Entity('mails')
@Unique('mails_key_key', ['key'])
@Index('mails_due', ['tryAt'], { where: "state IN ('queued', 'sending')" })
@Index('mails_done', ['createdAt'], { where: "state IN ('sent', 'failed')" })
@Check('mails_state_known', "state IN ('queued', 'sending', 'sent', 'failed')")
export class Mail {
  @PrimaryColumn('uuid')
  id!: string;

  /** What it says to whom, in the words of who queued it: the same key again is the same mail. */
  @Column('text')
  key!: string;

  @Column('text', { name: 'to_name' })
  toName!: string;

  @Column('text', { name: 'to_address' })
  toAddress!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text', { name: 'reference_ids', array: true, default: [] })
  referenceIds!: string[];

  @Column('jsonb', { default: {} })
  headers!: Record<string, string>;

  @Column('text', { default: 'queued' })
  state!: MailState;

  @Column('integer', { default: 0 })
  tries!: number;

  /** When to try next; while it is being sent, when it counts as dropped. */
  @Column('timestamptz', { name: 'try_at', default: () => 'desk_now()' })
  tryAt!: Date;

  /** The server's last words: why not, or that it took it. */
  @Column('text', { default: '' })
  answer!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
