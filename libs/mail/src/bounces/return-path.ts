/** `<52 characters@domain>`, as the ledger derives Message-IDs. */
const MESSAGE_ID = /^<([a-z2-7]{52})@([^@>]+)>$/;

/**
 * The return path of one mail: `bounce+<52 characters>@domain` for a Message-ID `<52 characters@…>`, so that whatever comes
 * back names the one row that it is about. Null without a bounce address, or for a Message-ID that is not the ledger's.
 */
export function returnPathOf(bounceAddress: string | null, messageId: string | undefined): string | null {
  const hash = MESSAGE_ID.exec(messageId ?? '')?.[1];
  const [local, domain] = bounceAddress?.split('@') ?? [];
  return hash === undefined || local === undefined || domain === undefined ? null : `${local}+${hash}@${domain}`;
}

/** The 52 characters of every return path of ours in a text. */
export function hashesIn(text: string): readonly string[] {
  return [...text.matchAll(/\+([a-z2-7]{52})@/gi)].flatMap(([, hash]) => hash?.toLowerCase() ?? []);
}
