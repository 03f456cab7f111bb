import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newKeyPair, publicKeyOf, type BallotKeyPair } from './sealing.ts';

/** The private key of a ballot is not where this process looks: name the same BALLOT_KEYS_DIR for every worker. */
export class BallotKeyMissing extends Error {
  override readonly name = 'BallotKeyMissing';
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');
const isThere = (error: unknown): boolean => hasCode(error, 'EEXIST');

/**
 * The private keys of running ballots: one file for each session, readable by this user alone, in a folder that is in no
 * database and must be in no backup. Between the opening and the count it is the only way to the votes.
 */
export class BallotKeys {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The key pair of a session, made when there is none yet. Safe beside others: the first file that is whole wins. */
  async create(sessionId: string): Promise<BallotKeyPair> {
    const known = await this.find(sessionId);
    if (known) return known;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    const { privateKey } = await newKeyPair();
    const half = `${this.fileOf(sessionId)}.${randomBytes(6).toString('hex')}.new`;
    await write(half, Buffer.from(privateKey));
    await link(half, this.fileOf(sessionId)).catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
    await unlink(half);
    return this.read(sessionId);
  }

  /** The key pair of a session. Throws {@link BallotKeyMissing}. */
  async read(sessionId: string): Promise<BallotKeyPair> {
    const found = await this.find(sessionId);
    if (!found)
      throw new BallotKeyMissing(`No key of ballot ${sessionId} in the folder of ballot keys: is BALLOT_KEYS_DIR the same everywhere?`);
    return found;
  }

  /** Overwrites and removes the key; nothing when it is gone already. */
  async destroy(sessionId: string): Promise<void> {
    const file = this.fileOf(sessionId);
    const handle = await open(file, 'r+').catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (!handle) return;
    try {
      await handle.write(randomBytes(32), 0, 32, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rm(file, { force: true });
  }

  private async find(sessionId: string): Promise<BallotKeyPair | null> {
    const privateKey = await readFile(this.fileOf(sessionId)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    return privateKey && { privateKey: Uint8Array.from(privateKey), publicKey: await publicKeyOf(Uint8Array.from(privateKey)) };
  }

  private fileOf(sessionId: string): string {
    if (!/^[0-9A-Za-z]+$/.test(sessionId)) throw new Error('A session id is letters and digits');
    return join(this.folder, `${sessionId}.key`);
  }
}

async function write(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.write(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
