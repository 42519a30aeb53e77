import { randomFrom } from '../generated-records.js'

/** What a seed decides. */
export interface Draw {
  chance(probability: number): boolean
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** The first of the list come often, the last seldom. */
  skewed<T>(list: readonly T[]): T
  weighted<T extends string>(weights: Record<T, number>): T
  some<T>(list: readonly T[], count: number): T[]
  /** How many: 1 with this probability, else one more, and so on up to `most`. */
  count(stop: number, most: number): number
}

export const drawFrom = (seed: number): Draw => {
  const random = randomFrom(seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return {
    chance: (probability) => random() < probability,
    between,
    pick,
    skewed: (list) => list[Math.floor(list.length * random() ** 1.7)] as never,
    weighted: (weights) => weightedOf(weights, random()),
    some: (list, count) => {
      const left = [...list]
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(between(0, left.length - 1), 1)[0] as never,
      )
    },
    count: (stop, most) => {
      let count = 1
      while (count < most && random() >= stop) count++
      return count
    },
  }
}

const weightedOf = <T extends string>(weights: Record<T, number>, at: number): T => {
  const entries = Object.entries(weights) as [T, number][]
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  return entries.at(-1)![0]
}
