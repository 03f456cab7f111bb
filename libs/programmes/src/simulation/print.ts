import type { Language, Text } from '@laurel/domain';
import { holidaysWords, swapWords, weekendWords } from '../words/day-lists.ts';
import { writtenDay, writtenMoment, type Moment } from '../words/dates.ts';
import { joined, text } from '../words/text.ts';
import type { SimulatedStage, Simulation, WaitDates } from './simulation.ts';

type Row = readonly [label: Text, value: Text];

/** The simulation as a page of text in one language, without a line break at its end. */
export function printSimulation(simulation: Simulation, language: Language): string {
  const { stages, returned, warnings } = simulation;
  const blocks = [
    ...headLines(simulation),
    ...stages.map((stage, i) => block(stageTitle(stage, i), stageRows(stage))),
    ...(returned
      ? [
          block(text('Nếu bị trả lại để bổ sung ngay khi nhận', 'If it is returned for completion at once'), [
            ...waitRows(returned),
            closeRow(returned, LAPSES),
          ]),
        ]
      : []),
    ...warnings.map(({ vi, en }) => text(`Lưu ý: ${vi}.`, `Note: ${en}.`)),
  ];
  return blocks.map((said) => said[language]).join('\n\n');
}

const LAPSES = text('không bổ sung thì hồ sơ hết hiệu lực', 'without completion the nomination lapses');

function headLines({ programme, version, route, filedOn, pace, calendar }: Simulation): readonly Text[] {
  const day = writtenDay(filedOn);
  const answered = pace === 'due' ? text('đúng ngày đến hạn', 'on its due day') : text('sát lúc khép', 'just before it closes');
  const way = route ? text(`, ${route.name.vi} (${route.key})`, `, ${route.name.en} (${route.key})`) : text('', '');
  return [
    text(
      `${programme}, phiên bản ${version}${way.vi}: đề nghị nộp ${day.vi}\nLịch ${calendar.id} (${calendar.version}). Giả định mỗi bước trả lời ${answered.vi} và hồ sơ đi hết các cấp. Không gửi thư nào.`,
      `${programme}, version ${version}${way.en}: a nomination filed on ${day.en}\nCalendar ${calendar.id} (${calendar.version}). Each stage is taken to be answered ${answered.en}, and to send the nomination on. Nothing is sent.`,
    ),
  ];
}

function block(title: Text, rows: readonly Row[]): Text {
  return joined([title, ...rows.map(([label, value]) => text(`  ${label.vi}: ${value.vi}`, `  ${label.en}: ${value.en}`))], '\n');
}

function stageTitle({ name, level, key }: SimulatedStage, index: number): Text {
  return text(`${index + 1}. ${name.vi}, ${level.vi} (${key})`, `${index + 1}. ${name.en}, ${level.en} (${key})`);
}

function stageRows({ wait, atClose, reachedAt, earliest }: SimulatedStage): readonly Row[] {
  if (!wait || !atClose) return [[earliest ?? text('Xong ngay', 'Done at once'), writtenMoment(reachedAt)]];
  return [...waitRows(wait), closeRow(wait, atClose)];
}

function waitRows(wait: WaitDates): readonly Row[] {
  const { startsAt, dueAt, reminders, escalateAt, pressedAt, steppedOver, swapDaysWorked } = wait;
  const moments = (of: readonly Moment[]): Text | null => (of.length === 0 ? null : joined(of.map(writtenMoment)));
  const rows: readonly (readonly [Text, Text | null])[] = [
    [text('Bắt đầu', 'Starts'), writtenMoment(startsAt)],
    [text('Đến hạn', 'Due'), writtenMoment(dueAt)],
    [text('Nghỉ lễ không tính', 'Holidays stepped over'), holidaysWords(steppedOver)],
    [text('Cuối tuần không tính', 'Weekend days stepped over'), weekendWords(steppedOver)],
    [text('Làm bù có tính', 'Swap days worked'), swapWords(swapDaysWorked)],
    [text('Nhắc', 'Reminders'), moments(reminders)],
    [text('Báo cấp trên', 'Superior is told'), escalateAt && writtenMoment(escalateAt)],
    [text('Đôn đốc thêm', 'Pressed again'), moments(pressedAt)],
    [text('Nghỉ lễ sau hạn', 'Holidays after the due day'), holidaysWords(wait.steppedOverAfterDue)],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

function closeRow({ closesAt }: WaitDates, then: Text): Row {
  const at = writtenMoment(closesAt);
  return [text('Khép', 'Closes'), text(`${at.vi}: ${then.vi}`, `${at.en}: ${then.en}`)];
}
