import type { ComplaintInstance, Language, StageDef, Text } from '@laurel/domain';
import type { Telling } from '../explain/explanation.ts';
import { levelName, wordsOf, type StageOutcome } from '../explain/stages/index.ts';
import { capital, text } from '../words/text.ts';
import { lengthWords } from '../words/waits.ts';
import { bottomOf, folded, type Column } from './fold.ts';
import { GRID, type Box, type Exit, type Lane, type Picture, type Row } from './picture.ts';
import { stageLines } from './stage-lines.ts';
import { heightOf, linesIn, wrapped } from './wrap.ts';

const SIGNS = { onward: '', up: '', award: '★ ', end: '■ ', back: '↩ ', again: '↻ ' } as const;

const START = text('Đơn vị đề nghị nộp hồ sơ', 'The unit files the nomination');
const LEGEND = text(
  '★ tặng, sang công bố · ■ khép hồ sơ · ↩ trả lại, rồi tiếp tục ở bước đó · ↻ người khác làm tiếp bước đó · số ngày so với hạn là ngày làm việc',
  '★ awarded, on to publication · ■ the case ends · ↩ returned, then goes on at that stage · ↻ someone else takes over · days from the due day are working days',
);

/** Places a route: one row a stage from low to high, its ways out to the right, a band for each level. */
export function layOut(telling: Telling, language: Language, route: Text | null = null): Picture {
  const { rules } = telling;
  const start = startBox(language);
  const rows: Row[] = [];
  let y = start.y + start.height + 44;
  rules.stages.forEach((stage, i) => {
    const row = rowOf(telling, stage, i, y, language);
    rows.push(row);
    y = bottomOf(row) + gapAfter(row);
  });
  const picture = pictureOf(telling, start, folded({ rows, bottom: y - GRID.closedGap }), language);
  const note = route === null ? [] : wrapped(route[language], picture.width - 2 * GRID.laneX);
  return { ...picture, note, height: picture.height + note.length * GRID.lineHeight };
}

/** What stands above a picture: the programme, and beneath it the route where there are several. */
function headingOf({ rules }: Telling, language: Language): string {
  return `${rules.name[language]} (${rules.programme}, ${language === 'vi' ? 'phiên bản' : 'version'} ${rules.version})`;
}

function pictureOf(telling: Telling, start: Box, { rows, bottom }: Column, language: Language): Omit<Picture, 'note'> {
  const width = rows.some(({ column }) => column === 1) ? 2 * GRID.width : GRID.width;
  const legend = [LEGEND, ...complaintLines(telling)].flatMap((line) => wrapped(line[language], width - 2 * GRID.laneX - 40));
  return {
    width,
    height: bottom + GRID.laneMargin + 26 + legend.length * GRID.lineHeight,
    heading: headingOf(telling, language),
    summary: summaryOf(telling)[language],
    start,
    lanes: lanesOf(telling, rows, language),
    rows,
    legend,
  };
}

/** Who hears complaints, beneath the route: they come after it and belong to none of its levels. */
function complaintLines({ rules: { complaint }, posts }: Telling): readonly Text[] {
  if (!complaint) return [];
  const heard = ({ fileWithin, handler, wait }: ComplaintInstance): Text => {
    const [who, file, answer] = [posts.shortName(handler), lengthWords(fileWithin), lengthWords(wait.clock)];
    return text(
      `${who.vi} giải quyết trong ${answer.vi}, nếu nộp trong ${file.vi}`,
      `${who.en} answers within ${answer.en}, when filed within ${file.en}`,
    );
  };
  const first = heard(complaint);
  const second = complaint.second && heard(complaint.second);
  const again = second ? text(`; lần hai: ${second.vi}`, `; second time: ${second.en}`) : text('', '');
  return [text(`Khiếu nại kết quả: ${first.vi}${again.vi}`, `Complaints about the result: ${first.en}${again.en}`)];
}

function startBox(language: Language): Box {
  const lines = linesIn(START[language], GRID.stageWidth);
  return { x: GRID.stageX, y: GRID.top, width: GRID.stageWidth, height: heightOf(lines), lines };
}

function summaryOf({ rules }: Telling): Text {
  const levels = rules.levels.map(({ name }) => name);
  const said = (language: Language): string => levels.map((name) => name[language]).join(', ');
  return text(
    `Sơ đồ ${rules.stages.length} bước qua các cấp từ thấp lên cao: ${said('vi')}. Mỗi ô là một bước, bên phải là các kết quả của bước đó.`,
    `${rules.stages.length} stages through the levels from low to high: ${said('en')}. Each box is a stage; its outcomes are to its right.`,
  );
}

function rowOf(telling: Telling, stage: StageDef, index: number, y: number, language: Language): Row {
  const words = wordsOf(stage);
  const silence = words.silence(stage);
  const outcomes = [...words.outcomes(stage, telling), ...(silence ? [silence] : [])];
  const exits = exitsOf(
    outcomes.filter(({ leads }) => leads !== 'onward' && leads !== 'up'),
    y,
    language,
  );
  const lines = stageLines(telling, stage, index, language);
  const down = outcomes
    .filter(({ leads }) => leads === 'onward' || leads === 'up')
    .map(({ when, then }) => `${when[language]}: ${then[language]}`);
  return {
    column: 0,
    level: stage.level,
    stage: { x: GRID.stageX, y, width: GRID.stageWidth, height: heightOf(lines), lines },
    last: index === telling.rules.stages.length - 1,
    exits,
    down,
  };
}

function exitsOf(outcomes: readonly StageOutcome[], top: number, language: Language): readonly Exit[] {
  let y = top;
  return outcomes.map(({ leads, when, then }) => {
    const lines = linesIn(`${SIGNS[leads]}${when[language]}: ${then[language]}`, GRID.exitWidth);
    const exit = { leads, x: GRID.exitX, y, width: GRID.exitWidth, height: heightOf(lines), lines };
    y += exit.height + GRID.exitGap;
    return exit;
  });
}

/** Words stand on the arrow to the next stage; without an arrow there is less room between them. */
function gapAfter({ down }: Row): number {
  return down.length > 0 ? GRID.rowGap : GRID.closedGap;
}

/** A band for each level, two for one that is folded. */
function lanesOf({ rules }: Telling, rows: readonly Row[], language: Language): readonly Lane[] {
  const places = rules.levels.flatMap((level, i) =>
    [0, 1].map((column) => ({ level, column, shade: i % 2 === 0 ? (0 as const) : (1 as const) })),
  );
  return places.flatMap(({ level: { key, awards }, column, shade }) => {
    const own = rows.filter((row) => row.level === key && row.column === column);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const name = capital(levelName(rules, key))[language];
    const does = awards ? text('xét và tặng', 'reviews and awards') : text('chỉ xét', 'only endorses');
    const y = first.stage.y - GRID.laneMargin;
    const title = [...linesIn(name, GRID.laneTitleWidth, true), ...linesIn(does[language], GRID.laneTitleWidth)];
    return [{ title, x: GRID.laneX + column * GRID.width, y, height: bottomOf(last) + GRID.laneMargin - y, shade }];
  });
}
