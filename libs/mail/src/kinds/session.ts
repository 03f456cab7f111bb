import type { SessionMailContent } from '@laurel/contracts';
import type { Language } from '@laurel/domain';
import { clean } from '../clean.ts';
import type { Block, Fact } from '../document/mail-document.ts';
import { written } from '@laurel/domain';
import { hintOf, letter, type LetterWriter } from './letter.ts';
import { MailNotRenderable } from './reading.ts';

const WORDS = {
  vi: {
    heading: {
      convening: 'Giấy mời họp hội đồng',
      ballot: 'Mời ông/bà bỏ phiếu kín',
      reminder: 'Nhắc ông/bà bỏ phiếu kín',
      minutes: 'Biên bản kiểm phiếu đã có',
      adjourned: 'Phiên họp hội đồng không tiến hành được',
    },
    lead: {
      convening: (council: string) => `${council} kính mời ông/bà dự phiên họp dưới đây.`,
      ballot: (council: string) => `${council} mời ông/bà bỏ phiếu cho các đề nghị khen thưởng dưới đây.`,
      reminder: (council: string) => `${council} chưa nhận được phiếu của ông/bà.`,
      minutes: (council: string) => `Phiên họp dưới đây của ${council} đã kết thúc, biên bản kiểm phiếu đã được lập.`,
      adjourned: (council: string) =>
        `Phiên họp dưới đây của ${council} đã hoãn, chưa có kết quả nào. Các đề nghị chờ phiên họp khác; giấy mời mới sẽ được gửi.`,
    },
    actingFor: (name: string) => `Ông/bà nhận việc này thay cho ${name}.`,
    meets: 'Họp lúc',
    opens: 'Bỏ phiếu từ',
    closes: 'Bỏ phiếu đến',
    session: 'Phiên họp',
    lines: 'Số đề nghị',
    agenda: 'Các đề nghị được xét',
    more: (count: number) => `và ${String(count)} đề nghị khác`,
    secret: 'Phiếu là phiếu kín: hệ thống chỉ ghi ai đã bỏ phiếu, không ghi ai bỏ phiếu thế nào. Mỗi người bỏ phiếu một lần.',
    openHeading: { ballot: 'Mời ông/bà biểu quyết', reminder: 'Nhắc ông/bà biểu quyết' },
    open: 'Biểu quyết công khai: biên bản ghi ai biểu quyết thế nào. Mỗi người biểu quyết một lần.',
    yours: 'Đường dẫn này dành riêng cho ông/bà, xin đừng chuyển tiếp.',
    action: {
      convening: 'Xem phiên họp',
      ballot: 'Mở phiếu bầu',
      reminder: 'Mở phiếu bầu',
      minutes: 'Xem biên bản',
      adjourned: 'Xem phiên họp',
    },
  },
  en: {
    heading: {
      convening: 'You are invited to a council session',
      ballot: 'Please cast your secret ballot',
      reminder: 'Reminder: please cast your secret ballot',
      minutes: 'The minutes of the count are ready',
      adjourned: 'The council session was adjourned',
    },
    lead: {
      convening: (council: string) => `${council} invites you to the session below.`,
      ballot: (council: string) => `${council} asks you to vote on the nominations below.`,
      reminder: (council: string) => `${council} has not had your ballot yet.`,
      minutes: (council: string) => `The session below of ${council} is over, and the minutes of the count are ready.`,
      adjourned: (council: string) =>
        `The session below of ${council} was adjourned without any result. Its nominations wait for another session; you will be invited again.`,
    },
    actingFor: (name: string) => `You receive this in place of ${name}.`,
    meets: 'Meets at',
    opens: 'Voting opens',
    closes: 'Voting closes',
    session: 'Session',
    lines: 'Nominations',
    agenda: 'On the agenda',
    more: (count: number) => `and ${String(count)} more`,
    secret: 'The ballot is secret: only who has voted is recorded, never how. Everybody votes once.',
    openHeading: { ballot: 'Please cast your vote', reminder: 'Reminder: please cast your vote' },
    open: 'The ballot is open: the minutes say who voted how. Everybody votes once.',
    yours: 'This link is for you alone, please do not forward it.',
    action: {
      convening: 'Open the session',
      ballot: 'Open the ballot',
      reminder: 'Open the ballot',
      minutes: 'Open the minutes',
      adjourned: 'Open the session',
    },
  },
} as const;

type Which = keyof (typeof WORDS)['vi']['heading'];

function factsOf(content: SessionMailContent, language: Language): Block {
  const words = WORDS[language];
  const when = (label: string, at: number | null): Fact[] => (at === null ? [] : [{ label, value: written(at, content.zone, language) }]);
  return {
    is: 'facts',
    facts: [
      { label: words.session, value: clean(content.session) },
      ...when(words.meets, content.meetsAt),
      ...when(words.opens, content.opensAt),
      ...when(words.closes, content.closesAt),
      { label: words.lines, value: String(content.lineCount) },
    ],
  };
}

function agendaOf({ agenda, lineCount }: SessionMailContent, language: Language): Block[] {
  if (agenda.length === 0) return [];
  const words = WORDS[language];
  const names = agenda.slice(0, 20).map((name) => clean(name, 120));
  return [{ is: 'list', title: words.agenda, items: lineCount > names.length ? [...names, words.more(lineCount - names.length)] : names }];
}

/** A mail that asks for a vote, and nothing else. */
const asksForVote = (which: Which): which is 'ballot' | 'reminder' => which === 'ballot' || which === 'reminder';

function actionOf(link: string | null, which: Which, { secret = true }: SessionMailContent, language: Language): Block[] {
  const words = WORDS[language];
  if (link === null) {
    if (asksForVote(which)) throw new MailNotRenderable('a mail that asks for a ballot needs a link to it');
    return [];
  }
  const action: Block = { is: 'action', label: words.action[which], hint: hintOf(language), href: link };
  if (!asksForVote(which)) return [action];
  return [action, { is: 'text', text: secret ? words.secret : words.open }, { is: 'text', text: words.yours }];
}

function hurryOf({ closesAt, meetsAt, zone }: SessionMailContent, which: Which, language: Language): Block[] {
  const words = WORDS[language];
  const highlight = (label: string, at: number | null): Block[] =>
    at === null ? [] : [{ is: 'highlight', label, value: written(at, zone, language) }];
  if (asksForVote(which)) return highlight(words.closes, closesAt);
  return which === 'convening' ? highlight(words.meets, meetsAt) : [];
}

/** Convenes a council, asks for a ballot, or brings the minutes. */
export const writeSession: LetterWriter<SessionMailContent> = (mail, content, { link }) => {
  const { language } = mail;
  const words = WORDS[language];
  const which: Which = content.occasion.is === 'ballot' && mail.kind === 'reminder' ? 'reminder' : content.occasion.is;
  const council = clean(content.council[language], 120);
  const acting: Block[] = content.actingFor === null ? [] : [{ is: 'text', text: words.actingFor(clean(content.actingFor)) }];
  return letter(mail, {
    tone: which === 'reminder' ? 'late' : 'calm',
    subject: `${council}: ${clean(content.session, 80)}`,
    brand: council,
    heading: content.secret === false && asksForVote(which) ? words.openHeading[which] : words.heading[which],
    recipient: content.recipient,
    preview: clean(content.session, 80),
    blocks: [
      { is: 'text', text: words.lead[which](council) },
      ...acting,
      ...hurryOf(content, which, language),
      factsOf(content, language),
      ...agendaOf(content, language),
      ...actionOf(link, which, content, language),
    ],
  });
};
