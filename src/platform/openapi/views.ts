import { z } from 'zod';

const VIEWS = z.registry<{ id: string }>();
const TAKEN = new Set<string>();
const COMPONENTS = '#/components/schemas/';

/**
 * Names the schema of something that a route answers; the name stands in the OpenAPI document and in the console's client.
 * Write `view('StaffView', z.object({…}) satisfies z.ZodType<StaffView>)`, so that schema and contract cannot drift.
 */
export function view<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  if (TAKEN.has(name)) throw new Error(`two schemas are called ${name}: share one`);
  TAKEN.add(name);
  VIEWS.add(schema, { id: name });
  return schema;
}

/** A list answer `{items, nextCursor?}` of a named view. */
export function page<Schema extends z.ZodType>(item: Schema) {
  return view(`${nameOf(item)}Page`, z.object({ items: z.array(item), nextCursor: z.string().optional() }));
}

/** `{items}`: a list that is always whole. */
export function list<Schema extends z.ZodType>(item: Schema) {
  return view(`${nameOf(item)}List`, z.object({ items: z.array(item) }));
}

export function nameOf(schema: z.ZodType): string {
  const name = VIEWS.get(schema)?.id;
  if (!name) throw new Error('a schema that a route answers needs a name: wrap it in view(name, schema)');
  return name;
}

export const reference = (name: string) => ({ $ref: `${COMPONENTS}${name}` });

/** All named schemas as OpenAPI components. */
export function viewComponents(): Record<string, object> {
  const { schemas } = z.toJSONSchema(VIEWS, {
    io: 'output',
    target: 'draft-2020-12',
    uri: (name) => `${COMPONENTS}${name}`,
    override: ({ jsonSchema }) => {
      // The registry's own marks; a component needs neither.
      delete jsonSchema.$id;
      delete jsonSchema.$schema;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { $id, $schema, ...schema }]) => [name, schema]),
  );
}
