import { writtenDate, type NominationState } from '@laurel/domain';
import { clean } from '../clean.ts';
import type { Block, MailDocument } from '../document/mail-document.ts';
import type { ResultState } from '../words/words.ts';
import { writeSettled } from './complaint.ts';
import { assemble, factsOf, MailNotRenderable, reasonOf, type Reading } from './reading.ts';

const told: readonly NominationState[] = [
  'CONFERRED',
  'NOT_QUALIFIED',
  'INELIGIBLE',
  'LAPSED',
  'WITHDRAWN',
  'TERMINATED',
  'REVOKED',
] satisfies ResultState[];

function isTold(state: NominationState): state is ResultState {
  return told.includes(state);
}

/** How the nomination, or a complaint about it, ended. Asks for nothing and carries no link. */
export function writeResult(reading: Reading): MailDocument {
  const { words, content } = reading;
  const { occasion } = content;
  if (occasion.is === 'complaint-settled') return writeSettled(reading, occasion);
  if (occasion.is !== 'result') throw new MailNotRenderable(`a result mail cannot tell the occasion ${occasion.is}`);
  const { state } = occasion;
  if (!isTold(state)) throw new MailNotRenderable(`the state ${state} is not a result: only ${told.join(', ')} are told`);
  return assemble(reading, {
    tone: state === 'CONFERRED' ? 'good' : 'calm',
    heading: words.resultHeading[state],
    blocks: [
      { is: 'text', text: words.resultLead(state, reading) },
      ...givenOf(reading, state),
      ...decisionOf(reading),
      ...ruleOf(reading),
      ...reasonOf(occasion.reason, words.reasonTitle),
      factsOf(reading),
      { is: 'text', text: words.nothingToDo },
    ],
  });
}

function ruleOf({ words, content, language }: Reading): Block[] {
  if (content.occasion.is !== 'result' || content.occasion.rule === null) return [];
  return [{ is: 'note', title: words.ruleTitle, text: clean(content.occasion.rule[language], 600) }];
}

/** The paper, as soon as one is known; its number may come later. */
function decisionOf({ words, content, language }: Reading): Block[] {
  if (content.occasion.is !== 'result' || content.occasion.signedOn === undefined) return [];
  const { decisionNumber = null, signedOn } = content.occasion;
  const number = decisionNumber === null ? null : clean(decisionNumber, 100);
  return [{ is: 'highlight', label: words.decisionLabel, value: words.decision(number, writtenDate(signedOn, language)) }];
}

function givenOf({ words, award }: Reading, state: ResultState): Block[] {
  return state === 'CONFERRED' ? [{ is: 'highlight', label: words.givenLabel, value: award }] : [];
}
