interface Item {
  readonly at: number;
  readonly due: () => void | Promise<void>;
}

/** The virtual clock: it stands still until somebody moves it, and then stops at every instant at which something is due. */
export class Agenda {
  private items: Item[] = [];
  private instant: number;

  constructor(startsAt: number) {
    this.instant = startsAt;
  }

  get now(): number {
    return this.instant;
  }

  /** Instants in milliseconds; what is due at the same instant keeps its order. Returns how to take it off again. */
  put(at: number, due: Item['due']): () => void {
    const item = { at: Math.max(at, this.instant), due };
    this.items.push(item);
    return () => {
      this.items = this.items.filter((other) => other !== item);
    };
  }

  nextAt(): number | null {
    return this.items.length === 0 ? null : Math.min(...this.items.map(({ at }) => at));
  }

  /** Does the first thing that is due now; false when nothing is. */
  async doNext(): Promise<boolean> {
    const item = this.items.find(({ at }) => at <= this.instant);
    if (!item) return false;
    this.items = this.items.filter((other) => other !== item);
    await item.due();
    return true;
  }

  moveTo(at: number): void {
    if (at > this.instant) this.instant = at;
  }
}
