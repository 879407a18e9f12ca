import type { FormFieldView } from '../../../contract/index.js';
import { checkField } from './check-field.js';

const field = (change: Partial<FormFieldView>): FormFieldView => ({
  key: 'orderNumber',
  label: { 'zh-CN': '订单号', en: 'Order number' },
  type: 'text',
  required: true,
  ...change,
});

describe('checkField', () => {
  it.each([
    [field({}), ' ', { kind: 'missing' }],
    [field({ required: false }), '', undefined],
    [field({ type: 'select', options: [] }), 'x', { kind: 'mismatch' }],
    [field({ maxLength: 3 }), 'abc', undefined],
    [field({ maxLength: 3 }), 'abcd', { kind: 'too_long', limit: 3 }],
    [field({ type: 'number' }), '12.50', undefined],
    [field({ type: 'number' }), '12,5', { kind: 'mismatch' }],
    [field({ type: 'date' }), '2026-11-20', undefined],
    [field({ type: 'date' }), '20 Nov', { kind: 'mismatch' }],
    [field({ pattern: '^\\d{6}$' }), ' 880123 ', undefined],
    [field({ pattern: '^\\d{6}$' }), '88', { kind: 'mismatch' }],
  ])('%j with %j', (given, value, fault) => {
    expect(checkField(given, value)).toEqual(fault);
  });
});
