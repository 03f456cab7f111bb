import { z } from 'zod';
import { instant } from '../docs/shared.schemas.ts';

const email = z.string('Give an address.').trim().toLowerCase().pipe(z.email('Give an address like ten@don-vi.gov.vn.').max(320));

export const waysSchema = z.object({ mail: z.literal(true), oidc: z.boolean() }).meta({ id: 'SignInWays' });

export const codeBody = z.object({ email }).meta({ id: 'CodeRequest' });

export const signInBody = z
  .object({
    email,
    code: z
      .string('Give the code of the mail.')
      .transform((code) => code.replaceAll(/\s/g, ''))
      .pipe(z.string().regex(/^\d{8}$/, 'The code has 8 digits.')),
    returnTo: z.string().max(500).optional(),
  })
  .meta({ id: 'SignInRequest' });

export const invitationBody = z
  .object({ token: z.string('Give the token of the link.').min(20).max(200) })
  .meta({ id: 'InvitationRequest' });

export const enteredSchema = z
  .object({ status: z.literal('signed-in'), returnTo: z.string().describe('A path of this site.') })
  .meta({ id: 'SignedIn' });

export const codeSentSchema = z.object({ status: z.literal('sent-if-known'), minutes: z.int() }).meta({ id: 'CodeSent' });

export const oidcQuery = z.object({ returnTo: z.string().max(500).optional() });

export const sessionsSchema = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        createdAt: instant,
        expiresAt: instant,
        address: z.string().nullable(),
        agent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Sessions' });

export type Entered = z.output<typeof enteredSchema>;
export type CodeSent = z.output<typeof codeSentSchema>;
