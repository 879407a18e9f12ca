/** Once per run, after all test files, whether they passed or not. */
export default async function tearDown(): Promise<void> {
  await globalThis.testPostgres?.stop();
}
