import { Injectable } from '@nestjs/common';
import { defineJob, Runs } from '../platform/jobs/index.js';
import { ArticleIndex } from './article-index.service.js';

export const IndexArticles = defineJob<Record<string, never>>('help-center.index_articles');

/** The engine is another server and may take its time: a job of its own, so that no event waits for it. */
@Injectable()
export class ArticleJobs {
  constructor(private readonly index: ArticleIndex) {}

  @Runs(IndexArticles)
  async indexArticles(): Promise<void> {
    await this.index.tellEngine();
  }
}
