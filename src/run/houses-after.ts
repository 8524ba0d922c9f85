import type { Edge } from './edge';

/** Houses read at once, unless told otherwise; memory does not grow with their number. */
export const PAGE = 50;

/** Houses in order, read a page at a time. */
export async function* housesAfter({ store }: Edge, after: string, page: number): AsyncGenerator<string> {
  for (let last: string | null = after === '' ? null : after; ; ) {
    const houses: readonly string[] = await store.houses(last, page);
    yield* houses;
    last = houses[houses.length - 1] ?? null;
    if (last === null) return;
  }
}
