/** One at a time for each name: what is asked for a name begins when everything asked for it before has ended. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Run when it is the turn. */
  async take<T>(name: string, act: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
