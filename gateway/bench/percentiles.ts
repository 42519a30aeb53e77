/** One line: the median and the 95th percentile in milliseconds, and how often that is the yardstick's. */
export const percentilesOf = (
  label: string,
  times: readonly number[],
  yardstick: readonly number[],
): string => {
  const parts = [50, 95].map((part) => {
    const [own, other] = [percentile(times, part), percentile(yardstick, part)]
    return `p${part} ${own.toFixed(2)} ms (${(own / other).toFixed(2)} ×)`
  })
  return `${label.padEnd(25)} ${parts.join(', ')}`
}

export const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(((times.length - 1) * part) / 100)]!
