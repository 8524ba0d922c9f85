/**
 * A small generator of whole numbers: the same text gives the same numbers on every machine, for ever. It makes the demo's meters run; it
 * is no source of chance.
 */
export class Seeded {
  private state = 0x811c9dc5;

  constructor(text: string) {
    for (let i = 0; i < text.length; i += 1) this.state = Math.imul(this.state ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  }
}
