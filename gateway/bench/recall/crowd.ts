import { randomFrom } from '../generated-records.js'
import type { Item } from './documents.js'

const han = /^\p{sc=Han}{4,}$/u

/**
 * The items, and others until there are so many: the beginning of one Chinese title with the end of a second and the names of a
 * third, so that characters, syllables and names are as frequent as in real lists. They are what an item is looked for among.
 */
export function* among(items: readonly Item[], count: number): Iterable<Item> {
  yield* items
  const titles = items.map(({ title }) => title).filter((title) => han.test(title))
  const random = randomFrom(31)
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  for (let number = items.length; number < count; number++) {
    const [first, second, { agents, publisher }] = [one(titles), one(titles), one(items)]
    const title = first.slice(0, Math.ceil(first.length / 2)) + second.slice(Math.floor(second.length / 2))
    yield { title, agents, publisher, language: 'chi' }
  }
}
