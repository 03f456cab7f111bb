import type { IntakeError } from './intake.types.ts';

const error = (pointer: string, detail: string, detailVi: string): IntakeError => ({ pointer, detail, detailVi });
const named = (keys: readonly string[]): string => keys.join(', ');

/** What the stored world has against an event, field by field, each with its cure. */
export const AGAINST = {
  programme: (key: string) =>
    error('/data/programme', `Unknown programme "${key}": check its key.`, `Không có chương trình “${key}”: xin xem lại mã.`),

  campaign: (key: string) =>
    error(
      '/data/campaign',
      `Unknown campaign "${key}": open it first, or check its key.`,
      `Không có đợt xét “${key}”: xin mở đợt trước, hoặc xem lại mã.`,
    ),

  notYetOpen: (campaign: string) =>
    error(
      '/data/campaign',
      `Campaign "${campaign}" is not open yet: send it again when it is.`,
      `Đợt xét “${campaign}” chưa mở: xin gửi lại khi đã mở.`,
    ),

  closed: (campaign: string) =>
    error(
      '/data/campaign',
      `Campaign "${campaign}" is closed: nominate in a later one.`,
      `Đợt xét “${campaign}” đã đóng: xin đề nghị ở đợt sau.`,
    ),

  version: (versions: readonly string[]) =>
    error(
      '/data/ruleSetVersion',
      `Unknown version: give one of ${named(versions)}, or leave it out.`,
      `Không có phiên bản này: xin ghi một trong ${named(versions)}, hoặc để trống.`,
    ),

  noRules: (versions: readonly string[]) =>
    error(
      '/data/opensAt',
      `No rules are in force on that day: name one of ${named(versions)} as ruleSetVersion.`,
      `Ngày đó không có quy chế nào có hiệu lực: xin ghi ruleSetVersion là một trong ${named(versions)}.`,
    ),

  unit: (pointer: string, key: string) =>
    error(pointer, `Unknown unit "${key}": check its key.`, `Không có đơn vị “${key}”: xin xem lại mã.`),

  unitGone: (pointer: string, key: string, successor: string | null) =>
    error(
      pointer,
      `Unit "${key}" does not exist at present${successor === null ? '' : `: name its successor "${successor}"`}.`,
      `Đơn vị “${key}” hiện không tồn tại${successor === null ? '' : `: xin ghi đơn vị kế thừa “${successor}”`}.`,
    ),

  award: (awards: readonly string[]) =>
    error(
      '/data/award',
      `Unknown award: give one of ${named(awards)}.`,
      `Không có danh hiệu, hình thức này: xin ghi một trong ${named(awards)}.`,
    ),

  recipient: (kinds: readonly string[]) =>
    error('/data/nominee/kind', `This award goes to: ${named(kinds)}.`, `Danh hiệu, hình thức này dành cho: ${named(kinds)}.`),

  stream: (streams: readonly string[]) =>
    error(
      '/data/achievement/stream',
      `This award is considered for achievements of: ${named(streams)}.`,
      `Danh hiệu, hình thức này xét cho thành tích thuộc: ${named(streams)}.`,
    ),

  noRoute: (award: string) =>
    error(
      '/data/nominee/kind',
      `No route of this programme considers "${award}" for this kind of nominee.`,
      `Chương trình này không có quy trình xét “${award}” cho loại đối tượng này.`,
    ),

  future: () =>
    error(
      '/data/nominee/deceasedOn',
      'This day lies in the future: give the day of death, or leave it out.',
      'Ngày này còn ở tương lai: xin ghi đúng ngày mất, hoặc để trống.',
    ),

  nomination: (id: string) =>
    error(
      '/subject',
      `Unknown nomination "${id}": the subject is the nominationId of the first answer.`,
      `Không có đề nghị “${id}”: subject là nominationId trong trả lời đầu tiên.`,
    ),

  hold: (reference: string, authority: string) =>
    error(
      '/subject',
      `No hold by "${authority}" is in force for "${reference}": check the reference and the authority.`,
      `“${authority}” không có yêu cầu tạm dừng nào đang hiệu lực đối với “${reference}”: xin xem lại số tham chiếu và cơ quan.`,
    ),
} as const;
