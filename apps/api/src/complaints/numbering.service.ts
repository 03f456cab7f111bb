import type { NumberedLine } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { NumberedEach, NumbersBody } from './complaints.schemas.ts';
import { ComplaintsService, type Asking } from './complaints.service.ts';

type Item = NumberedEach['items'][number];
type Signing = Pick<NumbersBody, 'number' | 'signedOn'>;

/** One number and day of signing for many decisions: each answers for itself, and none is passed over in silence. */
@Injectable()
export class NumberingService {
  private readonly aftermath: ApiParts['aftermath'];
  private readonly complaints: ComplaintsService;

  constructor(@Inject(PART.aftermath) aftermath: ApiParts['aftermath'], complaints: ComplaintsService) {
    this.aftermath = aftermath;
    this.complaints = complaints;
  }

  /**
   * One after the other: they are lines of one paper. Safe to ask again, for what has the number keeps it. Once the outcome of one
   * was not known in time nobody is there to answer: the others are written down, and not waited for.
   */
  async number({ decisions, number, signedOn }: NumbersBody, asking: Asking): Promise<NumberedEach> {
    const items: Item[] = [];
    for (const decisionId of new Set(decisions)) {
      const lines = await this.aftermath.linesOf(decisionId);
      if (lines.length === 0) items.push(itemOf(decisionId, null, unknownDecision()));
      for (const line of lines) {
        const patience = items.some(({ status }) => status === 'not-confirmed') ? { withinMs: 0 } : {};
        const refusal = await this.refusal(line, { number, signedOn }, { ...asking, ...patience });
        items.push(itemOf(decisionId, line.nominationId, refusal));
      }
    }
    return { number, signedOn, items };
  }

  /** Null once the line has the number. */
  private async refusal(line: NumberedLine, signing: Signing, asking: Asking): Promise<Problem | null> {
    try {
      await this.complaints.numberLine(line, signing, asking);
      return null;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }
}

const unknownDecision = (): Problem =>
  new Problem('NOT_FOUND', {
    detail: 'No decision that holds has this id.',
    detailVi: 'Không có quyết định nào còn hiệu lực mang mã này.',
  });

function itemOf(decisionId: string, nominationId: string | null, problem: Problem | null): Item {
  const status = problem === null ? 'recorded' : problem.code === 'NOT_CONFIRMED' ? 'not-confirmed' : 'refused';
  // What somebody may not see is told as what does not exist.
  const known = problem?.code === 'NOT_FOUND' ? null : nominationId;
  return {
    decisionId,
    nominationId: known,
    status,
    problem: problem && { ...problem.body(), errors: [...(problem.details.errors ?? [])] },
  };
}
