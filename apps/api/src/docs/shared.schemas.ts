import { ACTIONS, ROLES } from '@laurel/domain';
import { z } from 'zod';

// What answers are made of. Instants are ISO 8601 in UTC; dates are YYYY-MM-DD.

export const instant = z.iso.datetime();

export const lawfulDay = z
  .object({ on: z.iso.date(), at: instant })
  .meta({ id: 'LawfulDay', description: 'A civil day and the instant at which it begins.' });

/** In both languages of the people. */
export const text = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Text' });

/** What rules and programmes call by a key. */
export const named = z.object({ key: z.string(), name: text }).meta({ id: 'Named' });

/** What a level made of a nomination. */
export const outcome = z.enum(['NOT_QUALIFIED', 'AWARD_HERE', 'REFER_UP', 'AWARD_HERE_AND_REFER_UP']).meta({ id: 'Outcome' });

/** Who is nominated. */
export const recipientKind = z.enum(['individual', 'collective', 'household']).meta({ id: 'RecipientKind' });

export const role = z.enum(ROLES).meta({ id: 'Role' });
export const action = z.enum(ACTIONS).meta({ id: 'Action' });
