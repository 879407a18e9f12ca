import { randomUUID } from 'node:crypto';

/** The part of JSON Schema that our own schemas use. */
export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: unknown;
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export interface BadInput {
  /** What is wrong, as the name of a test: `body: too long`. */
  what: string;
  payload: unknown;
}

/** Something that fits the schema. */
export function sample(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternative = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (alternative) return sample(alternative);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return {};
  }
}

function sampleText({ format, minLength = 0 }: JsonSchema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return '2026-11-20T03:00:00.000Z';
  if (format === 'email') return 'somebody@example.com';
  if (format === 'uri') return 'https://example.com/';
  return 'abcdefgh12345678'.padEnd(minLength, 'x');
}

/** Inputs that the schema forbids, one fault each: types, missing and unknown fields, lengths, ranges, foreign shapes. */
export function badInputs(schema: JsonSchema): BadInput[] {
  const whole: BadInput[] = [null, 'text', 42, true, []].map((payload) => ({
    what: `${JSON.stringify(payload)} instead of an object`,
    payload,
  }));
  return [...whole, ...faultsIn(schema, '', sample(schema) as object)];
}

function faultsIn(schema: JsonSchema, path: string, valid: object): BadInput[] {
  const faults: BadInput[] = [{ what: `${path || 'body'}: unknown field`, payload: { ...valid, unexpected: 1 } }];
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const name = path ? `${path}.${key}` : key;
    const put = (what: string, value: unknown) =>
      faults.push({ what: `${name}: ${what}`, payload: { ...valid, [key]: value } });
    if (schema.required?.includes(key)) {
      const { [key]: _, ...rest } = valid as Record<string, unknown>;
      faults.push({ what: `${name}: missing`, payload: rest });
    }
    for (const [what, value] of wrongValues(property)) put(what, value);
    if (property.type === 'object' && property.properties)
      for (const inner of faultsIn(property, name, sample(property) as object))
        faults.push({ what: inner.what, payload: { ...valid, [key]: inner.payload } });
  }
  return faults;
}

export function wrongValues(schema: JsonSchema): [string, unknown][] {
  const kinds: Record<string, unknown> = {
    object: { $ne: null },
    array: [['nested']],
    boolean: true,
    number: 7,
    string: 'text',
  };
  const own = schema.type === 'integer' ? 'number' : (schema.type ?? (schema.enum ? 'string' : 'object'));
  const alternatives = new Set([
    own,
    ...(schema.anyOf ?? schema.oneOf ?? []).map((option) => (option.type === 'integer' ? 'number' : option.type)),
  ]);
  const wrong: [string, unknown][] = Object.entries(kinds)
    .filter(([kind]) => !alternatives.has(kind))
    .map(([kind, value]) => [`${kind} instead of ${own}`, value]);
  if (!alternatives.has('null')) wrong.push(['null', null]);
  if (own === 'object' && schema.additionalProperties) wrong.push(['object of objects', { key: { nested: true } }]);
  if (schema.enum) wrong.push(['not one of the list', 'no-such-value']);
  if (schema.format === 'uuid') wrong.push(['not an id', '12']);
  if (schema.maxLength !== undefined) wrong.push(['too long', 'x'.repeat(schema.maxLength + 1)]);
  if (schema.minLength) wrong.push(['empty', '']);
  if (own === 'string' && !schema.enum)
    wrong.push(['a NUL character', 'a\u0000b'.padEnd(Math.max(schema.minLength ?? 0, 3), 'x')]);
  if (schema.type === 'integer') wrong.push(['a fraction', 1.5]);
  if (schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER)
    wrong.push(['too small', schema.minimum - 1]);
  if (schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER)
    wrong.push(['too large', schema.maximum + 1]);
  if (schema.maxItems !== undefined && schema.items)
    wrong.push(['too many', Array.from({ length: schema.maxItems + 1 }, () => sample(schema.items as JsonSchema))]);
  return wrong;
}
