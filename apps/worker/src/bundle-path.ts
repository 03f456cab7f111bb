import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built workflow bundle was not found; nothing may run without it. */
export class BundleMissing extends Error {
  override readonly name = 'BundleMissing';
}

/** Where the workflow bundle lies: as set, or beside the built workflows. Throws {@link BundleMissing}. */
export function bundlePath(setting: string | undefined): string {
  const path = setting ?? fileURLToPath(new URL('./workflow-bundle.js', import.meta.resolve('@laurel/workflows')));
  if (!existsSync(path)) throw new BundleMissing(`No workflow bundle at ${path}: run "npm run workflows:bundle", or set WORKFLOW_BUNDLE.`);
  return path;
}
