import type { SlaProblem } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';

/**
 * What only the server knows to be wrong, e.g. somebody who has left, in the form in which the editors show what is wrong.
 * @param prefix of its paths that the editor does not have
 */
export function refusedFields(error: unknown, prefix = ''): SlaProblem[] {
  if (!isProblem(error, 'invalid_input')) return [];
  const { errors = [], detail } = error.problem;
  return errors.map(({ path, message }, place) => {
    // The detail is of the first field and in the reader's language.
    const fix = place === 0 && detail ? detail : message;
    return {
      path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
      code: 'refused',
      fix: { 'zh-CN': fix, en: fix },
    };
  });
}
