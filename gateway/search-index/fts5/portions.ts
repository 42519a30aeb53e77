/** Words or values of one statement: few enough that whoever waits for this thread does not wait long. */
const portion = 1_000

export function* portionsOf<T>(items: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < items.length; at += portion) yield items.slice(at, at + portion)
}
