import { type RetentionProblem, type RetentionSettings, retentionProblems } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';

/** What is wrong with these rules; the server asks the same. */
export function useProblems(settings: RetentionSettings): RetentionProblem[] {
  const known = useCategories().data?.items;
  return retentionProblems(settings, (category, subCategory) =>
    // What is not loaded yet is not called wrong.
    known
      ? known.some(({ key, subCategories }) => key === category && subCategories.some((sub) => sub.key === subCategory))
      : true,
  );
}
