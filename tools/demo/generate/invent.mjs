// Invents people, units and deeds, always the same for one seed. No name of a real person is used.

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý', 'Phan', 'Trịnh', 'Đinh', 'Mai'];
const MIDDLES = { f: ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Hồng', 'Bích'], m: ['Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân'] };
const GIVEN = {
  f: ['Hằng', 'Yến', 'Diệp', 'Thảo', 'Quỳnh', 'Hạnh', 'Loan', 'Trâm', 'Vân', 'Nhung', 'Thủy', 'Ngân', 'Mỹ', 'Phượng'],
  m: ['Bình', 'Cường', 'Dũng', 'Khải', 'Lộc', 'Nghĩa', 'Phúc', 'Sơn', 'Thịnh', 'Trường', 'Tuấn', 'Vượng', 'Đạt', 'Hưởng'],
};

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). @param {number} seed */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Inventor {
  #seed;
  #random;
  /** @type {Set<string>} */
  #used = new Set();

  /** @param {number} seed */
  constructor(seed) {
    this.#seed = seed;
    this.#random = randomOf(seed);
  }

  /** Another inventor, who knows the names used here: what it invents leaves what this one invents next as it was. @returns {Inventor} */
  aside() {
    const other = new Inventor(this.#seed + 1000);
    other.#used = new Set(this.#used);
    return other;
  }

  /** From `from` to `to`, both included. @param {number} from @param {number} to */
  number(from, to) {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  /** @template T @param {readonly T[]} choices @returns {T} */
  pick(choices) {
    return choices[this.number(0, choices.length - 1)];
  }

  /** A full name that was not used before. @returns {string} */
  fullName() {
    const sex = this.pick(/** @type {const} */ (['f', 'm']));
    const name = `${this.pick(FAMILIES)} ${this.pick(MIDDLES[sex])} ${this.pick(GIVEN[sex])}`;
    if (this.#used.has(name)) return this.fullName();
    this.#used.add(name);
    return name;
  }
}
