/** What a record of any shape holds is nobody's promise. */
const OF_ANY_SHAPE = /\/entries\[\]\/facts$|\/achievement$/;

/** Notes the lists of answers: an empty list fits any line, so each should have had something in it once. */
export class FilledLists {
  private readonly filled = new Map<string, boolean>();

  note(route: string, answer: unknown): void {
    this.walk(answer, `${route} `);
  }

  /** Those that have always been empty, by address and place. */
  get empty(): readonly string[] {
    return [...this.filled].flatMap(([place, isFilled]) => (isFilled ? [] : [place])).toSorted();
  }

  private walk(value: unknown, at: string): void {
    if (OF_ANY_SHAPE.test(at) || typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) {
      for (const [name, member] of Object.entries(value)) this.walk(member, `${at}/${name}`);
      return;
    }
    this.filled.set(at, this.filled.get(at) === true || value.length > 0);
    for (const item of value) this.walk(item, `${at}[]`);
  }
}
