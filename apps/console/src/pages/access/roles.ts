import type { Role } from '../../api/types.ts';

/** Every role that can be granted. */
export const ROLES: readonly Role[] = ['nominator', 'reviewer', 'secretariat', 'authority', 'operator', 'auditor', 'integrator'];
