/**
 * One step of an explanation: a value, where it comes from, and the steps under it. A trace is built only when it is asked for; the
 * silent run takes `undefined`.
 */
export interface TraceNode {
  /** Letter in the act, such as `V`. */
  readonly symbol: string;
  /** Russian title: people read it. */
  readonly title: string;
  /** Plain decimal text. */
  readonly value: string;
  readonly unit: string;
  /** Printed expression, such as `n × N`. */
  readonly expression?: string;
  /** Printed arithmetic, such as `3 × 4.745`. */
  readonly arithmetic?: string;
  /** Where the law says so. */
  readonly legal?: string;
  /** Where the number comes from: an act with its day, a reading, a document. */
  readonly source?: string;
  readonly under?: readonly TraceNode[];
  readonly notes?: readonly string[];
}

/** Collects the steps of one derivation. */
export class Trace {
  readonly nodes: TraceNode[] = [];
  readonly notes: string[] = [];

  add(node: TraceNode): void {
    this.nodes.push(node);
  }

  note(text: string): void {
    this.notes.push(text);
  }
}
