/** How often each stands there: the most frequent first, equal ones in the order of their texts. */
export const tally = (values: Iterable<string>): [value: string, count: number][] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([one, often], [other, seldom]) => seldom - often || (one < other ? -1 : 1))
}
