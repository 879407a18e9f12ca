import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { Entries } from '../../conversations/index.js';
import { factsOf } from '../../help-center/index.js';
import { Customers } from '../../people/index.js';
import { Mask } from './mask.js';

/** Whose words are to be masked. */
export interface MaskSubject {
  conversationIds: readonly string[];
  customerId: string;
  locale: Locale;
  ticketNumber?: string;
  form?: Readonly<Record<string, string>>;
}

/** Masks for texts that go to a language model. */
@Injectable()
export class Masks {
  constructor(
    private readonly entries: Entries,
    private readonly customers: Customers,
  ) {}

  /** One that knows the names, shops and contact points of all who speak in these conversations. */
  async of({ conversationIds, customerId, locale, ticketNumber = '', form = {} }: MaskSubject): Promise<Mask> {
    const { customerIds, staffNames } = await this.entries.voices(conversationIds);
    const customers = await this.customers.traces([...new Set([...customerIds, customerId])]);
    return new Mask(factsOf({ customers, staff: staffNames, ticketNumber, form }), locale);
  }
}
