import { assertNever, awardDecided, type Language, type RuleSet, type Text, type TimeoutPolicy } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';

/** Picks a text by language. */
export function say(language: Language, vi: string, en: string): string {
  return language === 'vi' ? vi : en;
}

export function inLanguage(text: Text, language: Language): string {
  return text[language];
}

/** A level's name inside a sentence: `cấp quận`; what is named after a place keeps its capital. */
export function inSentence(name: string): string {
  return name.replace(/^Cấp /u, 'cấp ');
}

/** The names that a page speaks of. */
export interface Names {
  readonly award: string;
  readonly level: string;
  /** The level above, or null at the top. */
  readonly nextLevel: string | null;
  readonly awards: boolean;
}

export function levelName(rules: RuleSet, key: string, language: Language): string {
  const level = rules.levels.find((known) => known.key === key);
  return level ? inLanguage(level.name, language) : key;
}

/** The names where the task stands. */
export function namesOf(page: TaskPageData, language: Language): Names {
  return namesAt(page, { level: page.nomination.level, stage: page.stage }, language);
}

/** The names at another place of the route. */
export function namesAt(
  { rules, nomination }: TaskPageData,
  at: { readonly level: string; readonly stage: string },
  language: Language,
): Names {
  const position = rules.levels.findIndex(({ key }) => key === at.level);
  const next = rules.levels[position + 1];
  const definition = rules.stages.find(({ key }) => key === at.stage);
  const awardKey = (definition?.kind === 'decision' ? awardDecided(definition, rules, nomination.award) : null) ?? nomination.award;
  const award = rules.awards.find(({ key }) => key === awardKey);
  return {
    award: award ? inLanguage(award.name, language) : awardKey,
    level: levelName(rules, at.level, language),
    nextLevel: next ? inLanguage(next.name, language) : null,
    awards: rules.levels[position]?.awards ?? false,
  };
}

function policyInWords(policy: TimeoutPolicy, language: Language): string {
  switch (policy.kind) {
    case 'lapse':
      return say(language, 'hồ sơ khép lại vì quá hạn và không được xét nữa', 'the nomination lapses and is not considered further');
    case 'hand-over':
      return policy.to === 'superior'
        ? say(language, 'việc này chuyển cho cấp trên của ông/bà', 'the task goes to your superior')
        : say(language, 'việc này chuyển cho người thay thế', 'the task goes to your substitute');
    case 'escalate-again': {
      const last =
        policy.then === 'lapse'
          ? policyInWords({ kind: 'lapse' }, language)
          : policyInWords({ kind: 'hand-over', to: 'superior' }, language);
      return say(
        language,
        `cấp trên được báo lại, tối đa ${String(policy.times)} lần, cách nhau ${String(policy.everyWorkingDays)} ngày làm việc; sau đó ${last}`,
        `your superior is told again (at most ${String(policy.times)} ×, ${String(policy.everyWorkingDays)} working days apart); then ${last}`,
      );
    }
    default:
      return assertNever(policy);
  }
}

/** What happens when nobody does anything until the task closes. */
export function otherwiseInWords(page: TaskPageData, language: Language): string {
  const stage = page.rules.stages.find(({ key }) => key === page.stage);
  if (page.kind === 'completion') return policyInWords({ kind: 'lapse' }, language);
  if (stage?.kind === 'consultation' && page.choices.includes('agree')) {
    return stage.onSilence === 'agree'
      ? say(language, 'im lặng được tính là thống nhất', 'silence counts as agreement')
      : say(language, 'im lặng được tính là không thống nhất', 'silence counts as an objection');
  }
  return policyInWords(stage && 'timeout' in stage ? stage.timeout : { kind: 'hand-over', to: 'superior' }, language);
}

/** An address as its owner knows it and nobody else learns it: `h…@example.vn`. */
export function maskedAddress(email: string): string {
  return email.replace(/^(.).*@/, '$1…@');
}
