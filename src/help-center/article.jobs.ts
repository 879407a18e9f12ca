import { Injectable } from '@nestjs/common';
import { defineJob, Runs } from '../platform/jobs/index.js';
import { ArticleIndex } from './article-index.service.js';

export const IndexArticle = defineJob<{ articleId: string }>('help-center.index_article');

/** The engine is another server and may take its time: a job of its own, so that no event waits for it. */
@Injectable()
export class ArticleJobs {
  constructor(private readonly index: ArticleIndex) {}

  @Runs(IndexArticle)
  async indexArticle({ articleId }: { articleId: string }): Promise<void> {
    await this.index.update([articleId]);
  }
}
