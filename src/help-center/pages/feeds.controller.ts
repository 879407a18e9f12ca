import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, LOCALES } from '../../contract/index.js';
import { dto, Public } from '../../platform/http/index.js';
import { HelpFeeds } from './feeds.service.js';

const SHARED = 'public, max-age=300';

class LocaleParam extends dto(z.object({ locale: z.enum(LOCALES) })) {}
class CategoryParam extends dto(z.object({ locale: z.enum(LOCALES), category: z.enum(ARTICLE_CATEGORIES) })) {}

@ApiExcludeController()
@Public()
@Controller()
export class HelpFeedsController {
  constructor(private readonly feeds: HelpFeeds) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', SHARED)
  robots(): string {
    return this.feeds.robots();
  }

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  @Header('cache-control', SHARED)
  sitemap(): Promise<string> {
    return this.feeds.sitemap();
  }

  @Get('help/:locale/feed.xml')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', SHARED)
  feed(@Param() { locale }: LocaleParam): Promise<string> {
    return this.feeds.feed(locale);
  }

  @Get('help/:locale/categories/:category/feed.xml')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', SHARED)
  categoryFeed(@Param() { locale, category }: CategoryParam): Promise<string> {
    return this.feeds.feed(locale, category);
  }
}
