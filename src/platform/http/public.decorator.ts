import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PUBLIC = 'public route';
export const PUBLIC_IN_DEMO = 'public route in a demo';
/** Mark of a public operation in the raw API document. */
export const PUBLIC_ROUTE = 'x-public';

/** This route answers without a staff session. All others refuse by default. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(PUBLIC_ROUTE, true));

/** This route needs a staff session, except on a desk that shows itself (`DEMO=true`). */
export const PublicInDemo = () => SetMetadata(PUBLIC_IN_DEMO, true);
