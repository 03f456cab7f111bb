import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { SearchAttributeName, Standing } from '@laurel/contracts';

const KEYS = {
  state: defineSearchAttributeKey('LaurelState' satisfies SearchAttributeName, SearchAttributeType.KEYWORD),
  level: defineSearchAttributeKey('LaurelLevel' satisfies SearchAttributeName, SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('LaurelStage' satisfies SearchAttributeName, SearchAttributeType.KEYWORD),
  dueAt: defineSearchAttributeKey('LaurelDueAt' satisfies SearchAttributeName, SearchAttributeType.DATETIME),
};

/** Tells the server's lists where the nomination stands: only what changed, one command. */
export function showStanding(before: Standing | null, now: Standing): void {
  const changed: SearchAttributeUpdatePair[] = [];
  if (before?.state !== now.state) changed.push({ key: KEYS.state, value: now.state });
  if (before?.level !== now.level) changed.push({ key: KEYS.level, value: now.level });
  if (before?.stage !== now.stage) changed.push({ key: KEYS.stage, value: now.stage });
  // The server keeps an emptied date as 1970: where nothing is due the last date stays.
  if (now.dueAt !== null && before?.dueAt !== now.dueAt) changed.push({ key: KEYS.dueAt, value: new Date(now.dueAt) });
  if (changed.length > 0) upsertSearchAttributes(changed);
}
