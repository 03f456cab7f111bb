import type { Language, StageDef, Text, WaitRule } from '@laurel/domain';
import type { Telling } from '../explain/explanation.ts';
import { wordsOf } from '../explain/stages/index.ts';
import { capital, listed, text } from '../words/text.ts';
import { clockWords } from '../words/waits.ts';
import { GRID, type Line } from './picture.ts';
import { linesIn } from './wrap.ts';

/** What is written in a stage's box: its name, who is asked, by when. */
export function stageLines(telling: Telling, stage: StageDef, index: number, language: Language): readonly Line[] {
  const words = wordsOf(stage);
  const bold = linesIn(`${index + 1}. ${words.name[language]}`, GRID.stageWidth, true);
  const said = [...whoWords(telling, stage), ...('wait' in stage ? waitWords(stage.wait) : []), ...(words.brief?.(stage, telling) ?? [])];
  return [...bold, ...said.flatMap((part) => linesIn(capital(part)[language], GRID.stageWidth))];
}

function whoWords(telling: Telling, stage: StageDef): readonly Text[] {
  const words = wordsOf(stage);
  const asked = words.asked(stage);
  const facts = words.facts(stage, telling);
  const valuesOf = (id: string): readonly Text[] => facts.filter((fact) => fact.id === id).map(({ value }) => value);
  if (asked.length === 0) return valuesOf('who');
  const names = listed(asked.map((reference) => telling.posts.shortName(reference)));
  return [names, ...(asked.length > 1 ? valuesOf('rule') : [])];
}

function waitWords({ clock, remindAt, escalateAfter, closesAfter }: WaitRule): readonly Text[] {
  const length = clockWords(clock);
  const offsets = remindAt.map(signed).join(', ');
  const closes = text(`khép: ${signed(closesAfter)}`, `closes: ${signed(closesAfter)}`);
  const escalates =
    escalateAfter === null
      ? closes
      : text(`báo cấp trên: ${signed(escalateAfter)}; ${closes.vi}`, `superior told: ${signed(escalateAfter)}; ${closes.en}`);
  const reminders = remindAt.length === 0 ? [] : [text(`Nhắc: ${offsets} so với hạn`, `Reminders: ${offsets} from the due day`)];
  return [text(`Hạn: ${length.vi}`, `Due: ${length.en}`), ...reminders, capital(escalates)];
}

/** `−3`, `0`, `+2` */
function signed(offset: number): string {
  return offset > 0 ? `+${offset}` : String(offset).replace('-', '−');
}
