/** 12.3 MB */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return `${power === 0 ? count : (count / 1_000 ** power).toFixed(1)} ${units[power]}`;
}

/** @param begun performance.now() at the start */
export function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1_000).toFixed(1)} s`;
}
