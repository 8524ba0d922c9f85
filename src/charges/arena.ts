/**
 * Columns of one house-month cut from few large buffers: a house has a hundred columns, and a buffer for each would cost more than the
 * arithmetic in it.
 */
export class Arena {
  private buffer = new ArrayBuffer(0);
  private used = 0;

  constructor(private readonly rows: number) {}

  /** A column of zeros. */
  doubles(): Float64Array {
    return new Float64Array(this.take(8 * this.rows), this.at, this.rows);
  }

  /** A column of small whole numbers. */
  integers(): Int32Array {
    return new Int32Array(this.take(8 * Math.ceil(this.rows / 2)), this.at, this.rows);
  }

  /** A column of codes. */
  codes(): Uint8Array {
    return new Uint8Array(this.take(8 * Math.ceil(this.rows / 8)), this.at, this.rows);
  }

  private at = 0;

  private take(bytes: number): ArrayBuffer {
    if (this.used + bytes > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(Math.max(bytes, 8 * this.rows * COLUMNS));
      this.used = 0;
    }
    this.at = this.used;
    this.used += bytes;
    return this.buffer;
  }
}

/** Columns of a buffer: most houses fill two. */
const COLUMNS = 64;
