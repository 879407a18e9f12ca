import { z } from 'zod';

/** Of the file's layout. A reader takes this one and those before it. */
export const FORMAT = 1;
export const MAGIC = 'porchlight-backup\n';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What stands first in the file: enough to refuse it without reading on. */
export const Header = z.object({
  format: z.number().int().positive(),
  /** Version of the product that wrote it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** Names of the migrations that its database had, in their order. */
  migrations: z.array(z.string()),
  /** Tells whether two desks share a SECRET_KEY, and nothing of the key. */
  secretKeyCheck: z.string(),
});
export type Header = z.infer<typeof Header>;

/** What stands before the rows of a table, or the bytes of a file. */
export const SectionStart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) }),
  z.object({ kind: z.literal('file'), name: z.string() }),
]);
export type SectionStart = z.infer<typeof SectionStart>;

/** … and after them. `bytes` and `sha256` are of the content before it was compressed. */
export const SectionEnd = z.object({ rows: z.number().int().optional(), bytes: z.number().int(), sha256: Digest });
export type SectionEnd = z.infer<typeof SectionEnd>;

/** What stands last but for the checksum: what a complete file holds. */
export const Trailer = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: Digest })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  files: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('disk'), count: z.number().int(), bytes: z.number().int() }),
    /** They stay where they are; the restored desk must be given the same bucket. */
    z.object({ kind: z.literal('s3'), endpoint: z.string(), bucket: z.string() }),
  ]),
});
export type Trailer = z.infer<typeof Trailer>;
