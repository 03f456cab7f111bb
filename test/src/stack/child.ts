import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const KEPT_BYTES = 64_000;
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** A process of the stack that can be killed and started again with the same settings. */
export class Child {
  private process: ChildProcess | null = null;
  private gone: Promise<number | null> = Promise.resolve(null);
  private said = '';
  private readonly entry: string;
  private readonly env: NodeJS.ProcessEnv;

  /** `entry` is relative to the root of the project. */
  constructor(entry: string, env: NodeJS.ProcessEnv) {
    this.entry = entry;
    this.env = env;
  }

  /** Everything written to standard output and error by now, the last of it. */
  get output(): string {
    return this.said;
  }

  get pid(): number {
    if (this.process?.pid === undefined) throw new Error(`${this.entry} does not run`);
    return this.process.pid;
  }

  get isRunning(): boolean {
    return this.process !== null && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Resident memory in MB, as Linux tells it. */
  get residentMb(): number {
    const status = readFileSync(`/proc/${String(this.pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
  }

  start(env: NodeJS.ProcessEnv = {}, args: readonly string[] = []): void {
    const child = spawn(process.execPath, ['--enable-source-maps', this.entry, ...args], {
      cwd: ROOT,
      env: { ...this.env, ...env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.said = (this.said + bytes.toString()).slice(-KEPT_BYTES);
      });
    this.gone = new Promise((resolve) =>
      child.once('close', (code) => {
        alive.delete(child);
        resolve(code);
      }),
    );
    this.process = child;
  }

  /** Sends the signal, and waits for the end where the signal means one. */
  async signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<number | null> {
    this.process?.kill(signal);
    return signal === 'SIGKILL' || signal === 'SIGTERM' ? this.gone : null;
  }

  /** Resolves to the exit code when it ends by itself; null for a signal. */
  ended(): Promise<number | null> {
    return this.gone;
  }

  async kill(): Promise<void> {
    await this.signal('SIGKILL');
  }

  /** Stops it gently, and hard after ten seconds; answers the exit code. */
  async stop(): Promise<number | null> {
    if (!this.isRunning) return this.gone;
    const hard = setTimeout(() => this.process?.kill('SIGKILL'), 10_000);
    const code = await this.signal('SIGTERM');
    clearTimeout(hard);
    return code;
  }
}
