/**
 * Begins so many pieces of work before the first of them is waited for, and gives what came of each in the order in which they
 * were begun. Whoever stops early or is told of an error waits for those that are under way: none goes on behind it.
 */
export async function* atOnce<T>(
  most: number,
  pieces: Iterable<() => Promise<T>> | AsyncIterable<() => Promise<T>>,
): AsyncGenerator<T, void, undefined> {
  const underway: Promise<T>[] = []
  try {
    for await (const begin of pieces) {
      const one = begin()
      // It may fail before it is waited for.
      one.catch(() => undefined)
      underway.push(one)
      if (underway.length >= most) yield await underway.shift()!
    }
    while (underway.length > 0) yield await underway.shift()!
  } finally {
    await Promise.allSettled(underway)
  }
}
