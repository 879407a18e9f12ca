import { caseColumn } from './csv.columns.js';

describe('a column of a table of cases', () => {
  it.each([
    ['created_at', 'createdAt'],
    ['createdAt', 'createdAt'],
    ['Created At', 'createdAt'],
    ['CREATED-AT', 'createdAt'],
    ['customerID', 'customerId'],
    ['客户ＩＤ', 'customerId'],
    ['创建时间', 'createdAt'],
    ['colour', undefined],
  ])('%s is %s', (name, column) => {
    expect(caseColumn(name)).toBe(column);
  });
});
