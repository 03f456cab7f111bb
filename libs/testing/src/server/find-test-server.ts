import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Java test server of Temporal's own Java SDK: the one whose clock jumps. */
const VERSION = '1.39.0';
const DOWNLOAD_MS = 300_000;

export type TestServer = { readonly is: 'found'; readonly executable: string } | { readonly is: 'missing'; readonly reason: string };

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>laurel</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

// Small and quick to start: the server lives for seconds.
const LAUNCHER = `#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`;

async function answers(command: string, ...args: readonly string[]): Promise<boolean> {
  return run(command, [...args], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

/** Fetches the server's jars by Maven into a folder of their own, which then takes its place in the cache at once. */
async function download(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'download-'));
  try {
    await writeFile(join(draft, 'pom.xml'), POM);
    await writeFile(join(draft, 'run.sh'), LAUNCHER, { mode: 0o755 });
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(draft, 'jars')}`];
    await run('mvn', ['--batch-mode', '--quiet', '--strict-checksums', '--file', join(draft, 'pom.xml'), ...goal], {
      timeout: DOWNLOAD_MS,
    });
    await rename(draft, folder).catch(() => access(join(folder, 'run.sh')));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Finds the time-skipping server: in the user's cache, else by Maven. Needs a JDK; where one is missing, or the download
 * fails, says why, for the title of the suite that is skipped.
 */
export async function findTestServer(): Promise<TestServer> {
  if (!(await answers('java', '-version'))) return { is: 'missing', reason: 'no Java on PATH' };
  const cache = join(homedir(), '.cache', 'laurel', 'temporal-test-server');
  const folder = join(cache, VERSION);
  const executable = join(folder, 'run.sh');
  const found = (): TestServer => ({ is: 'found', executable });
  if (
    await access(executable).then(
      () => true,
      () => false,
    )
  )
    return found();
  if (!(await answers('mvn', '--version'))) return { is: 'missing', reason: 'no Maven on PATH to fetch the Java test server' };
  return download(cache, folder).then(found, (error: unknown) => ({
    is: 'missing',
    reason: `Maven could not fetch it: ${firstLine(error)}`,
  }));
}

function firstLine(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.split('\n').find((line) => line.includes('ERROR')) ?? said.split('\n')[0] ?? '';
}
