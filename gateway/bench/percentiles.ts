/** One line: percentiles in milliseconds, and how often each is the yardstick's. */
export const percentilesOf = (
  label: string,
  times: readonly number[],
  yardstick: readonly number[],
  asked: readonly number[] = [50, 95],
): string => {
  const parts = asked.map((part) => {
    const [own, other] = [percentile(times, part), percentile(yardstick, part)]
    return `p${part} ${own.toFixed(2)} ms (${(own / other).toFixed(2)} ×)`
  })
  return `${label.padEnd(25)} ${parts.join(', ')}`
}

export const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(((times.length - 1) * part) / 100)]!
