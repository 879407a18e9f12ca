import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'public route';

/** This route answers without a staff session. All others refuse by default. */
export const Public = () => SetMetadata(PUBLIC, true);
