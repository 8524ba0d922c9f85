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

  /** Run when it is the turn for every one of the names: they are waited for in order, so that two who need the same never wait for each other. */
  async takeAll<T>(names: Iterable<string>, act: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(names)].sort();
    return first === undefined ? act() : this.take(first, () => this.takeAll(rest, act));
  }
}
