import { Injectable } from '@nestjs/common';
import { Runs } from '../../platform/jobs/index.js';
import { ArticleIndex } from './article-index.service.js';
import { CheckEngine, IndexArticles } from './search.jobs.js';

/** The engine is another server and may take its time: jobs of its own, so that no event waits for it. */
@Injectable()
export class ArticleJobs {
  constructor(private readonly index: ArticleIndex) {}

  @Runs(IndexArticles)
  async indexArticles(): Promise<void> {
    await this.index.tellEngine();
  }

  @Runs(CheckEngine)
  async checkEngine(): Promise<void> {
    await this.index.mendEngine();
  }
}
