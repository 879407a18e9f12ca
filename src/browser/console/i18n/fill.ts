const english = new Intl.PluralRules('en');

/**
 * A message with its `{name}` places filled; a place that nobody fills stays visible. English words that go with a number are
 * written `{count} {count:ticket|tickets}`.
 */
export function fill(message: string, values: Record<string, string | number> = {}): string {
  return message.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    if (!(name in values)) return place;
    if (one === undefined || many === undefined) return String(values[name]);
    // A number with its thousands set apart is read as none, and is none of which there is one.
    return english.select(Number(values[name])) === 'one' ? one : many;
  });
}
