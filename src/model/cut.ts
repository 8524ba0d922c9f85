/** How many numbers of each kind are cut from one buffer. */
export interface CutSize {
  readonly doubles: number;
  readonly integers: number;
  readonly codes: number;
}

/** Columns of different lengths cut from one buffer, the widest first: a buffer for each would cost more than what it holds. */
export class Cut {
  private readonly buffer: ArrayBuffer;
  private at = 0;

  constructor({ doubles, integers, codes }: CutSize) {
    this.buffer = new ArrayBuffer(8 * doubles + 4 * integers + codes);
  }

  doubles(count: number): Float64Array {
    return new Float64Array(this.buffer, this.take(8 * count), count);
  }

  integers(count: number): Int32Array {
    return new Int32Array(this.buffer, this.take(4 * count), count);
  }

  codes(count: number): Uint8Array {
    return new Uint8Array(this.buffer, this.take(count), count);
  }

  private take(bytes: number): number {
    const { at } = this;
    this.at = at + bytes;
    return at;
  }
}
