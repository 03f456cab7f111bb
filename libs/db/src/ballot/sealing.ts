import sodium from 'libsodium-wrappers';

/** A key pair of one session: who has the public half can seal, only who has the private half can open. */
export interface BallotKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export async function newKeyPair(): Promise<BallotKeyPair> {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, privateKey };
}

/** The public half of a private key. */
export async function publicKeyOf(privateKey: Uint8Array): Promise<Uint8Array> {
  await sodium.ready;
  return sodium.crypto_scalarmult_base(privateKey);
}

/** So many are sealed or opened before others get a turn: each costs a fifth of a millisecond. */
const AT_ONCE = 100;

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Seals each message for the owner of the key (X25519, XSalsa20-Poly1305, a sender key that is thrown away at once): 48
 * bytes more than the message, and the same message never looks the same twice.
 */
export async function sealAll(messages: readonly Uint8Array[], publicKey: Uint8Array): Promise<readonly Buffer[]> {
  await sodium.ready;
  const sealed: Buffer[] = [];
  for (const message of messages) {
    sealed.push(Buffer.from(sodium.crypto_box_seal(message, publicKey)));
    if (sealed.length % AT_ONCE === 0) await others();
  }
  return sealed;
}

/** Opens sealed messages. Throws when one was not sealed for this key, or was changed. */
export async function openAll(
  sealed: readonly Uint8Array[],
  keys: BallotKeyPair,
  onProgress: (opened: number) => void,
): Promise<readonly Uint8Array[]> {
  await sodium.ready;
  const opened: Uint8Array[] = [];
  for (const message of sealed) {
    opened.push(sodium.crypto_box_seal_open(message, keys.publicKey, keys.privateKey));
    if (opened.length % AT_ONCE !== 0) continue;
    onProgress(opened.length);
    await others();
  }
  return opened;
}
