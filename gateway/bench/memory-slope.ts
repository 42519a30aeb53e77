/** What was resident, and how much of the way was done: 0 to 1. */
export interface Sample {
  way: number
  megabytes: number
}

/** Until then dictionaries are loaded and caches fill: it says nothing of what a record leaves behind. */
const WARM = 0.2

/** Megabytes that 100,000 records add: the straight line nearest to the samples after the first fifth of the way. */
export function slope(samples: Sample[], records: number): number {
  const warm = samples.filter(({ way }) => way >= WARM)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const way = mean(warm.map((one) => one.way))
  const megabytes = mean(warm.map((one) => one.megabytes))
  const spread = warm.reduce((sum, one) => sum + (one.way - way) ** 2, 0)
  const together = warm.reduce((sum, one) => sum + (one.way - way) * (one.megabytes - megabytes), 0)
  return (together / spread / records) * 100_000
}
