import type { ComplaintInstance, TimeoutPolicy, WaitRule } from '@laurel/domain';
import type { PeopleFile } from '../people-file.ts';
import type { FieldPath, Report } from '../problems.ts';
import type { PlacedRoute } from '../routes-in-file.ts';
import type { ProgrammeFile } from '../schemas/programme.schema.ts';
import { checksOf } from './stages/index.ts';

interface AskedPost {
  readonly reference: string;
  readonly path: FieldPath;
  readonly waits: { readonly wait: WaitRule; readonly timeout: TimeoutPolicy; readonly path: FieldPath; readonly field: string } | null;
}

/** Where silence is answered by the rules themselves. */
const NOBODY_ELSE: TimeoutPolicy = { kind: 'lapse' };

/** Where answers are owed and the rules name no policy. */
const ASK_SUPERIOR: TimeoutPolicy = { kind: 'hand-over', to: 'superior' };

/** Every post that the rules name must exist, and have a superior where silence is passed on to one. */
export function checkPosts(file: ProgrammeFile, routes: readonly PlacedRoute[], people: PeopleFile, report: Report): void {
  for (const asked of askedPosts(file, routes)) {
    for (const key of postsMeant(asked.reference, people)) {
      const post = people.posts.find((entry) => entry.key === key);
      if (!post)
        report(asked.path, {
          vi: `Không có chức vụ "${key}" trong people.yaml: thêm vào đó`,
          en: `There is no post "${key}" in people.yaml: add it there`,
        });
      else if (post.superior === null) checkSilence(asked, key, report);
    }
  }
}

function askedPosts(file: ProgrammeFile, routes: readonly PlacedRoute[]): AskedPost[] {
  const issuers = file.awards.map(({ issuer }, i) => ({ reference: issuer, path: ['awards', i, 'issuer'], waits: null }));
  const asked = routes.flatMap(({ stages, path: routePath }) =>
    stages.flatMap((stage, i): AskedPost[] => {
      const path = [...routePath, 'stages', i];
      const timeout = 'timeout' in stage ? stage.timeout : NOBODY_ELSE;
      return checksOf(stage)
        .posts(stage)
        .map(({ reference, path: field, wait }) => ({
          reference,
          path: [...path, ...field],
          waits: wait ? { wait: wait.rule, timeout: wait.field === 'wait' ? timeout : ASK_SUPERIOR, path, field: wait.field } : null,
        }));
    }),
  );
  return [...issuers, ...paperPosts(file), ...councilPosts(file), ...complaintPosts(file), ...asked];
}

function paperPosts({ decisionNumbers = [], pages }: ProgrammeFile): AskedPost[] {
  const numbering = decisionNumbers.flatMap(({ issuer }, i) =>
    issuer === undefined ? [] : [{ reference: issuer, path: ['decisionNumbers', i, 'issuer'], waits: null }],
  );
  const secretariat = pages?.secretariat ?? null;
  return secretariat === null ? numbering : [...numbering, { reference: secretariat, path: ['pages', 'secretariat'], waits: null }];
}

function councilPosts({ councils }: ProgrammeFile): AskedPost[] {
  return councils.flatMap(({ chair, secretary, seats }, i) => [
    { reference: chair, path: ['councils', i, 'chair'], waits: null },
    { reference: secretary, path: ['councils', i, 'secretary'], waits: null },
    ...seats.map((reference, s) => ({ reference, path: ['councils', i, 'seats', s], waits: null })),
  ]);
}

/** Whoever hears a complaint; silence is passed on to the superior. */
function complaintPosts({ complaint }: ProgrammeFile): AskedPost[] {
  if (!complaint) return [];
  const heard = (path: FieldPath, { handler, wait }: ComplaintInstance): AskedPost => ({
    reference: handler,
    path: [...path, 'handler'],
    waits: { wait, timeout: ASK_SUPERIOR, path, field: 'wait' },
  });
  return [heard(['complaint'], complaint), ...(complaint.second ? [heard(['complaint', 'second'], complaint.second)] : [])];
}

/** `@unit/head` means that post in every unit that has no units below it: those nominate. */
function postsMeant(reference: string, people: PeopleFile): string[] {
  if (!reference.startsWith('@unit/')) return [reference];
  const leaves = people.units.filter(({ key }) => !people.units.some(({ parent }) => parent === key));
  return leaves.map(({ key }) => `${key}/${reference.slice('@unit/'.length)}`);
}

function checkSilence({ waits }: AskedPost, key: string, report: Report): void {
  if (waits === null) return;
  const { timeout, wait, path, field } = waits;
  const cure = {
    vi: `Chức vụ "${key}" chưa có cấp trên (superior) trong people.yaml`,
    en: `Post "${key}" has no superior in people.yaml: name one`,
  };
  const handsOver = timeout.kind === 'hand-over' ? timeout.to === 'superior' : timeout.kind === 'escalate-again';
  if (handsOver) report([...path, 'timeout'], cure);
  else if (wait.escalateAfter !== null) report([...path, field, 'escalateAfter'], cure);
}
