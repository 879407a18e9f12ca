import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sites } from '../../people/index.js';
import { Categories } from './categories.service.js';

/** The widget's first screen asks what it is about in the words of our categories. */
@Injectable()
export class Topics implements OnModuleInit {
  constructor(
    private readonly sites: Sites,
    private readonly categories: Categories,
  ) {}

  onModuleInit(): void {
    this.sites.fill({
      topics: async () => (await this.categories.all()).map(({ key, topic }) => ({ key, label: topic })),
    });
  }
}
