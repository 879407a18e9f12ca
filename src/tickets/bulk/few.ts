import { BULK_LIMITS } from '../../contract/index.js';
import { refuse } from '../../platform/errors/index.js';

/** @throws DeskError `invalid_input` for more cases than one action takes */
export function insistOnFew(count: number): void {
  if (count <= BULK_LIMITS.cases) return;
  const most = BULK_LIMITS.cases.toLocaleString('en');
  refuse([
    {
      path: 'scope',
      fix: {
        'zh-CN': `符合条件的工单超过 ${most} 个，请缩小筛选范围，分几次执行`,
        en: `More than ${most} cases fit. Narrow the filter, and do it in several steps`,
      },
    },
  ]);
}
