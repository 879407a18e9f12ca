import { SetMetadata } from '@nestjs/common';
import type { StaffRole } from '../../contract/index.js';

export const ROLES = 'roles';

/** For these roles alone; everybody else of the staff is answered `forbidden`. */
export const Roles = (...roles: [StaffRole, ...StaffRole[]]) => SetMetadata(ROLES, roles);
