import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sites } from '../people/index.js';
import { CATEGORY_DATA } from './categories.data.js';

/** The widget's first screen asks what it is about in the words of our categories. */
@Injectable()
export class Topics implements OnModuleInit {
  constructor(private readonly sites: Sites) {}

  onModuleInit(): void {
    this.sites.fill({ topics: async () => CATEGORY_DATA.map(({ key, topic }) => ({ key, label: topic })) });
  }
}
