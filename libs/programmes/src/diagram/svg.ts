import type { Language } from '@laurel/domain';
import type { Leads } from '../explain/stages/index.ts';
import { bottomOf } from './fold.ts';
import { GRID, type Box, type Exit, type Lane, type Line, type Picture, type Row } from './picture.ts';

/** Dark ink on light ground throughout: at least 7 to 1, and never colour alone. */
const INK = '#1a211c';
const LINE = '#3d4a41';
const LANES = ['#eef3ef', '#e3ebe5'] as const;
const EXITS: Readonly<Record<Leads, { readonly fill: string; readonly stroke: string; readonly dash: string }>> = {
  onward: { fill: '#ffffff', stroke: LINE, dash: '' },
  up: { fill: '#ffffff', stroke: LINE, dash: '' },
  award: { fill: '#fbf3d9', stroke: '#634a00', dash: '' },
  end: { fill: '#fdeee6', stroke: '#8a2f0b', dash: '' },
  back: { fill: '#ffffff', stroke: LINE, dash: '6 4' },
  again: { fill: '#ffffff', stroke: LINE, dash: '6 4' },
};

const escaped = (said: string): string => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Pictures below one another as an SVG document, with its title and description. */
export function svgOf(pictures: readonly Picture[], language: Language): string {
  const [first] = pictures;
  const width = Math.max(...pictures.map((picture) => picture.width));
  const height = pictures.reduce((sum, picture) => sum + picture.height, 0);
  const tops = pictures.map((_, i) => pictures.slice(0, i).reduce((sum, picture) => sum + picture.height, 0));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" xml:lang="${language}" lang="${language}" font-family="'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif" font-size="${GRID.font}" fill="${INK}">`,
    `<title id="title">${escaped(first?.heading ?? '')}</title>`,
    `<desc id="desc">${escaped(pictures.map(({ summary }) => summary).join(' '))}</desc>`,
    `<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="${LINE}"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...pictures.flatMap((picture, i) =>
      i === 0 ? drawn(picture) : [`<g transform="translate(0 ${tops[i] ?? 0})">`, ...drawn(picture), '</g>'],
    ),
    '</svg>',
    '',
  ].join('\n');
}

function drawn(picture: Picture): readonly string[] {
  const { heading, note } = picture;
  const down = note.length * GRID.lineHeight;
  const body = routeSvg({ ...picture, height: picture.height - down });
  return [
    `<text x="${GRID.laneX}" y="34" font-size="19" font-weight="bold">${escaped(heading)}</text>`,
    ...note.map((words, i) => textAt(GRID.laneX, 56 + i * GRID.lineHeight, { text: words, bold: true })),
    ...(down === 0 ? body : [`<g transform="translate(0 ${down})">`, ...body, '</g>']),
  ];
}

function routeSvg({ height, lanes, rows, legend, start }: Picture): readonly string[] {
  const first = rows[0];
  return [
    ...lanes.map(laneSvg),
    boxSvg(start, { fill: '#ffffff', stroke: LINE, dash: '', round: 18 }),
    ...(first ? [arrow(`M${start.x + GRID.arrowIn} ${start.y + start.height}V${first.stage.y}`)] : []),
    ...rows.map((row, i) => rowSvg(row, rows[i + 1] ?? null)),
    railSvg(rows),
    ...legend.map((words, i) =>
      textAt(GRID.laneX + 4, height - 14 - (legend.length - 1 - i) * GRID.lineHeight, { text: words, bold: false }),
    ),
  ];
}

function laneSvg({ x, y, height, title, shade }: Lane): string {
  const { laneX, width, lineHeight, padding } = GRID;
  const band = `<rect x="${x}" y="${y}" width="${width - 2 * laneX}" height="${height}" rx="8" fill="${LANES[shade]}"/>`;
  return [band, ...title.map((line, i) => textAt(x + padding, y + 34 + i * lineHeight, line))].join('');
}

function rowSvg(row: Row, next: Row | null): string {
  const { stage, last, exits, down } = row;
  const style = last ? { fill: '#d9efe1', stroke: '#164f32' } : { fill: '#ffffff', stroke: LINE };
  const box = boxSvg(stage, { ...style, dash: '', round: 6 });
  const onward = next && down.length > 0 ? [next.column === row.column ? downSvg(stage, next.stage, down) : overSvg(row, next.stage)] : [];
  return [...trunkSvg(stage, exits), ...exits.map(exitSvg), box, ...onward].join('\n');
}

/** One line leaves the stage and branches to each way out. */
function trunkSvg({ x, width }: Box, exits: readonly Exit[]): readonly string[] {
  const [first, last] = [exits[0], exits.at(-1)];
  if (!first || !last) return [];
  const trunk = trunkX(first);
  return [line(`M${x + width} ${middleOf(first)}H${trunk}V${middleOf(last)}`)];
}

function trunkX({ x }: Exit): number {
  return x - 32;
}

function exitSvg(exit: Exit): string {
  const { fill, stroke, dash } = EXITS[exit.leads];
  return arrow(`M${trunkX(exit)} ${middleOf(exit)}H${exit.x}`, dash) + boxSvg(exit, { fill, stroke, dash, round: 16 });
}

function downSvg(stage: Box, next: Box, down: readonly string[]): string {
  const x = stage.x + GRID.arrowIn;
  const middle = next.y - GRID.rowGap / 2 + 5 - ((down.length - 1) * GRID.lineHeight) / 2;
  return (
    arrow(`M${x} ${stage.y + stage.height}V${next.y}`) +
    down.map((line, i) => textAt(x + 14, middle + i * GRID.lineHeight, { text: line, bold: true })).join('')
  );
}

/** Over to the second column: below the first one, up between the two, and down into the next stage. */
function overSvg(row: Row, next: Box): string {
  const { stage, down } = row;
  const x = stage.x + GRID.arrowIn;
  const below = bottomOf(row) + GRID.laneMargin + GRID.lineHeight;
  const above = next.y - GRID.laneMargin - GRID.lineHeight;
  const words = down.map((line, i) => textAt(x + 14, below - 8 + i * GRID.lineHeight, { text: line, bold: true }));
  return (
    arrow(
      `M${x} ${stage.y + stage.height}V${below + down.length * GRID.lineHeight - 14}H${GRID.width}V${above}H${next.x + GRID.arrowIn}V${next.y}`,
    ) + words.join('')
  );
}

/** Every award joins one line to the last stage. */
function railSvg(rows: readonly Row[]): string {
  const target = rows.at(-1)?.stage;
  const awards = rows.flatMap(({ exits }) => exits.filter(({ leads }) => leads === 'award'));
  if (!target || awards.length === 0) return '';
  const end = middleOf(target);
  const rail = target.x - GRID.stageX + GRID.railX;
  const starts = awards.map((exit) =>
    line(exit.x < rail - GRID.width ? wayOver(exit, rail, rows, end) : `M${exit.x + exit.width} ${middleOf(exit)}H${rail}V${end}`),
  );
  return [...starts, arrow(`M${rail} ${end}H${target.x + target.width}`)].join('\n');
}

/** From an award in the first column to the rail of the second: below everything. */
function wayOver(exit: Exit, rail: number, rows: readonly Row[], end: number): string {
  const below = Math.max(...rows.map(bottomOf)) + GRID.laneMargin + 10;
  return `M${exit.x + exit.width} ${middleOf(exit)}H${GRID.railX}V${below}H${rail}V${end}`;
}

function line(path: string): string {
  return `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.6"/>`;
}

interface BoxStyle {
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string;
  readonly round: number;
}

function boxSvg({ x, y, width, height, lines }: Box, { fill, stroke, dash, round }: BoxStyle): string {
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}" stroke="${stroke}" stroke-width="1.6"${dashed(dash)}/>`;
  const top = y + (height - lines.length * GRID.lineHeight) / 2 + GRID.font;
  return rect + lines.map((line, i) => textAt(x + GRID.padding, top + i * GRID.lineHeight, line)).join('');
}

function arrow(path: string, dash = ''): string {
  return `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.6" marker-end="url(#tip)"${dashed(dash)}/>`;
}

function dashed(dash: string): string {
  return dash === '' ? '' : ` stroke-dasharray="${dash}"`;
}

function textAt(x: number, y: number, { text, bold }: Line): string {
  return `<text x="${x}" y="${y}"${bold ? ' font-weight="bold"' : ''}>${escaped(text)}</text>`;
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}
