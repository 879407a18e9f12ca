import { z } from 'zod';
import { type KinshipView, type KinView, TICKET_LINK_KINDS, TICKET_STATUSES } from '../../contract/index.js';
import { view } from '../../platform/openapi/index.js';

const kin = z.object({
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  subject: z.string().optional(),
  customerName: z.string().optional(),
  assigneeName: z.string().optional(),
}) satisfies z.ZodType<KinView>;

export const Kinship = view(
  'Kinship',
  z.object({
    parent: kin.optional(),
    parts: z.array(kin),
    tasks: z.array(kin),
    links: z.array(z.object({ kind: z.enum(TICKET_LINK_KINDS), outward: z.boolean(), other: kin })),
    merged: z.array(
      z.object({
        number: z.string(),
        customerName: z.string(),
        at: z.iso.datetime(),
        rating: z.object({ score: z.int(), solved: z.boolean() }).optional(),
      }),
    ),
  }) satisfies z.ZodType<KinshipView>,
);

/** A case that was made. */
export const NewCase = view('NewCase', z.object({ number: z.string() }));
