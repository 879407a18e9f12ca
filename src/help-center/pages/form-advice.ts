import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Surges } from '../../routing/index.js';
import { FormAdvice } from '../../tickets/index.js';
import { HelpCenter } from '../help-center.service.js';
import { QUERY_LENGTH } from '../search/search.controller.js';
import { HelpBrand } from '../settings/help-brand.service.js';

const MOST = 4;
/** Less sure than this, an article only keeps somebody from writing to us. */
const WORTH_A_LOOK = 0.25;

/** Whoever is about to open a case by the public form sees first what the help centre knows. */
@Injectable()
export class AdviceForForm implements OnModuleInit {
  constructor(
    private readonly form: FormAdvice,
    private readonly helpCenter: HelpCenter,
    private readonly brand: HelpBrand,
    private readonly surges: Surges,
  ) {}

  onModuleInit(): void {
    this.form.fill({
      articles: async (words, locale) => {
        const query = words.replace(/\s+/g, ' ').slice(0, QUERY_LENGTH);
        const found = await this.helpCenter.search(query, { locale, limit: MOST, audience: 'anyone' });
        return found.filter(({ confidence }) => confidence >= WORTH_A_LOOK).map(({ article }) => article);
      },
      address: (locale) => `/api/help/search?locale=${locale}&limit=${MOST}&place=contact`,
      site: () => this.brand.siteKey(),
      announcement: async (locale) => (await this.surges.forCustomers())?.announcement?.[locale],
    });
  }
}
