import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Facts on their way to those who follow them. A row goes when every consumer has handled it. */
@Entity('outbox')
@Index('outbox_key', ['key', 'id'])
@Index('outbox_due', ['retryAt', 'id'])
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  type!: string;

  @Column('jsonb')
  payload!: object;

  /** Null: due now. */
  @Column('timestamptz', { name: 'retry_at', nullable: true })
  retryAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** What each consumer has handled; written in the handler's own transaction. */
@Entity('outbox_inbox')
@Index('outbox_inbox_handled_at', ['handledAt'])
export class InboxRow {
  @PrimaryColumn('bigint', { name: 'event_id' })
  eventId!: string;

  @PrimaryColumn('text')
  consumer!: string;

  @Column('timestamptz', { name: 'handled_at', default: () => 'desk_now()' })
  handledAt!: Date;
}

/** A consumer that stumbles over an event of a key, and when it tries again. */
@Entity('outbox_blocks')
export class OutboxBlock {
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('text')
  consumer!: string;

  @Column('bigint', { name: 'event_id' })
  eventId!: string;

  @Column('integer')
  attempts!: number;

  /** `infinity`: halted until a person removes this row, and so lets the event be tried again. */
  @Column('timestamptz', { name: 'retry_at' })
  retryAt!: Date;

  @Column('text', { name: 'last_error' })
  lastError!: string;
}

/** Events that a consumer gave up on, whole, so that they can be read and replayed. */
@Entity('dead_letters')
export class DeadLetter {
  @PrimaryColumn('bigint', { name: 'event_id' })
  eventId!: string;

  @PrimaryColumn('text')
  consumer!: string;

  @Column('text')
  key!: string;

  @Column('text')
  type!: string;

  @Column('jsonb')
  payload!: object;

  @Column('text')
  error!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
