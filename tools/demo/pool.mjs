/** Runs work side by side, at most so many at once; remembers the first failure. */
export class Pool {
  #abreast;
  #waiting = [];
  #running = 0;
  /** @type {unknown} */
  failure;

  /** @param {number} abreast */
  constructor(abreast) {
    this.#abreast = abreast;
  }

  /** @param {() => Promise<void>} work */
  add(work) {
    this.#waiting.push(work);
    this.#next();
  }

  get idle() {
    return this.#running === 0 && this.#waiting.length === 0;
  }

  #next() {
    while (this.#running < this.#abreast && this.#waiting.length > 0 && !this.failure) {
      const work = this.#waiting.shift();
      this.#running += 1;
      work()
        .catch((error) => (this.failure ??= error))
        .finally(() => {
          this.#running -= 1;
          this.#next();
        });
    }
  }
}
