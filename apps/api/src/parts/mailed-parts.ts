import type { Environment } from '@laurel/config';
import { CodeRepository, MailedLinkReading, ObjectionRepository, taskToken, WishesRepository, type Database } from '@laurel/db';
import type { ApiParts } from './parts.ts';

/** What the pages behind mailed links are made of, besides the tasks. */
export function mailedParts(
  database: Database,
  environment: Environment,
): Pick<ApiParts, 'mailedLinks' | 'objections' | 'codes' | 'wishes' | 'linkTo'> {
  const { LAUREL_SECRET: secret, PUBLIC_URL: publicUrl } = environment;
  const mails = { secret, mailDomain: new URL(publicUrl).hostname };
  return {
    mailedLinks: new MailedLinkReading(database),
    objections: new ObjectionRepository(database, mails),
    codes: new CodeRepository(database, mails),
    wishes: new WishesRepository(database),
    linkTo: (linkId) => `${publicUrl}/t/${taskToken(secret, linkId)}`,
  };
}
