// The guard: reads one JSON line per child from stdin and waits. When stdin closes, the script that started the children
// is gone, however it went, and the guard ends those that are left, gently first, hard after eight seconds, leaders with their
// group, and removes their temporary folders.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSame } from './identity.mjs';

const children = [];
const folders = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, ...child } = JSON.parse(line);
  if (folder) folders.push(folder);
  else children.push(child);
}

const alive = () => children.filter(isSame);

function signal(child, name) {
  try {
    process.kill(child.group ? -child.pid : child.pid, name);
  } catch {
    // It went by itself in this very moment.
  }
}

for (const child of alive()) signal(child, child.stopSignal);
for (let waited = 0; waited < 8000 && alive().length > 0; waited += 100) await sleep(100);
for (const child of alive()) signal(child, 'SIGKILL');
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
