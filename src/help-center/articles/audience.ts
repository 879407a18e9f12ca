import type { ArticleAudience, ArticleVisibility } from '../../contract/index.js';

const VISIBLE: Record<ArticleAudience, readonly ArticleVisibility[]> = {
  anyone: ['public'],
  customer: ['public', 'customers'],
  staff: ['public', 'customers', 'staff'],
};

/** What these readers may see. What they may not is to them as what does not exist. */
export const visibleTo = (audience: ArticleAudience): readonly ArticleVisibility[] => VISIBLE[audience];

/** Whose eyes a customer's are: the host site's signed token alone says who somebody is. */
export const audienceOf = (customer: { identified: boolean } | undefined): ArticleAudience =>
  customer?.identified ? 'customer' : 'anyone';
