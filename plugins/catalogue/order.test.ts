import t from 'tap'
import { randomFrom } from '../../gateway/bench/generated-records.js'
import { cluesOf } from '../../standards/matching/clues.js'
import { compare } from '../../standards/matching/compare.js'
import { groupsOf, type Link } from '../../standards/matching/components.js'
import { copies } from '../../standards/matching/copies.js'
import { traitsOf } from '../../standards/matching/traits.js'
import type { Change } from '../../standards/record/change.js'
import { readDescription } from '../../standards/record/packed.js'
import { firstOfBlock } from './block-store.js'
import { candidatesIn } from './blocks.js'
import { meetingOf } from './clues.js'
import { capOf, workIdOf } from './ids.js'
import { matchCounts } from './match-counts.js'
import { openCatalogue, put, remove, standing } from './testing.js'

t.setTimeout(300_000)

const isbns = [
  '9780691096124',
  '9780486284958',
  '9780192860927',
  '9787020002207',
  '9787101000870',
  '9787108009821',
]
const titles = [
  'Walden',
  'Walden, or Life in the woods',
  'Civil disobedience',
  '红楼梦',
  '紅樓夢',
  '红楼梦：程甲本',
  'The selfish gene',
  'Selfish gene',
]
const crowded = '9783161484100'

/** What happens to one record, in order; what happens to others may come before, between or after. */
type History = { source: string; id: string; changes: Change[] }

const histories = (random: () => number): History[] => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const described = (id: string) =>
    put({
      id,
      title: pick(titles),
      isbn: pick(isbns),
      ...(random() < 0.3 && { author: 'Thoreau, H.' }),
      year: String(1950 + Math.floor(random() * 70)),
      // Some of these say the same in every respect: copies.
      ...(random() < 0.5 && { author: 'Thoreau, H.', year: '1954', publisher: 'Norton' }),
    })
  const few = Array.from({ length: 40 }, (_, number) => {
    const id = `r${number}`
    const changes = Array.from({ length: 1 + Math.floor(random() * 3) }, () => described(id))
    return {
      source: random() < 0.5 ? 'one/main' : 'two/main',
      id,
      changes: random() < 0.2 ? [...changes, remove(id)] : changes,
    }
  })
  // A crowd: not all of it are compared with each other. Some leave it, so that others step in.
  const many = Array.from({ length: 2 * firstOfBlock }, (_, number) => {
    const id = `c${number}`
    const away = number < 5 ? [remove(id)] : []
    return {
      source: 'two/main',
      id,
      changes: [
        put({ id, title: 'Report', isbn: crowded, year: '1999' }),
        ...(number < 5 ? [] : [put({ id, title: 'Report', isbn: isbns[number % 2], year: '2000' })]),
        ...away,
      ],
    }
  })
  return [...few, ...many]
}

/** One order of all changes, cut into pushes; each record's own order is kept. */
const shuffled = (all: History[], random: () => number): { source: string; changes: Change[] }[] => {
  const left = all.map(({ source, changes }) => ({ source, changes: [...changes] }))
  const pushes: { source: string; changes: Change[] }[] = []
  while (left.length > 0) {
    const at = Math.floor(random() * left.length)
    const { source, changes } = left[at]!
    const last = pushes.at(-1)
    const change = changes.shift() as Change
    if (last && last.source === source && last.changes.length < 1 + random() * 40) last.changes.push(change)
    else pushes.push({ source, changes: [change] })
    if (changes.length === 0) left.splice(at, 1)
  }
  // A few large pushes instead of very many small ones: of one source at a time, its order kept.
  return random() < 0.5 ? pushes : merged(pushes)
}

const merged = (pushes: { source: string; changes: Change[] }[]) =>
  ['one/main', 'two/main'].map((source) => ({
    source,
    changes: pushes.filter((push) => push.source === source).flatMap(({ changes }) => changes),
  }))

/** Of copies the smallest alone. */
const firstsOf = (members: { id: string; copy: number }[]) =>
  members.filter(({ copy }, at) => copy === 0 || members.findIndex((other) => other.copy === copy) === at)

/** Works as the definition has them, computed from the records alone: the engine is held against it. */
const worksByDefinition = (records: { id: string; description: string }[]): Map<string, string> => {
  const clues = new Map(records.map(({ id, description }) => [id, cluesOf(readDescription(description))]))
  const ids = [...clues.keys()].sort()
  const met = new Map(ids.map((id) => [id, meetingOf(clues.get(id)!)]))
  const blocks = new Map<number, string[]>()
  for (const id of ids)
    for (const block of met.get(id)!.blocks) blocks.set(block, [...(blocks.get(block) ?? []), id])
  const links = new Map<string, Link>()
  for (const id of ids) {
    const { blocks: own, copy } = met.get(id)!
    for (const block of own) {
      const firsts = firstsOf(blocks.get(block)!.map((id) => ({ id, copy: met.get(id)!.copy })))
      for (const other of candidatesIn({ firsts, isOver: firsts.length > capOf(block) }, id, copy)) {
        const [a, b] = [id, other].sort() as [string, string]
        const areCopies = copy !== 0 && met.get(other)!.copy === copy
        const { outcome, score } = areCopies ? copies : compare(clues.get(a)!, clues.get(b)!)
        if (a !== b && (outcome === 'work' || outcome === 'version'))
          links.set(`${a} ${b}`, { a, b, outcome, score })
      }
    }
  }
  const { places } = groupsOf({
    ids,
    links: [...links.values()],
    words: [],
    traitsOf: (id) => traitsOf(clues.get(id)!),
  })
  return new Map([...places].map(([id, { work }]) => [id, workIdOf(work)]))
}

type Open = Awaited<ReturnType<typeof openCatalogue>>

/** Record → work. */
const placesIn = async ({ database }: Open): Promise<Map<string, string>> => {
  const rows = await database
    .selectFrom('catalogueRecord')
    .select(['id', 'workId'])
    .where('workId', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, workId }) => [id, workId]))
}

/** Works that went although a record of theirs is still somewhere, and that do not lead to any such place. */
const astray = async ({ catalogue }: Open, before: Map<string, string>, after: Map<string, string>) => {
  const alive = new Set(after.values())
  const parts = new Map<string, string[]>()
  for (const [id, work] of before) {
    const now = after.get(id)
    if (!alive.has(work) && now !== undefined) parts.set(work, [...(parts.get(work) ?? []), now])
  }
  const found = [...parts].map(async ([work, now]) => {
    const { id } = await catalogue.work(work).catch(() => ({ id: null }))
    return id !== null && now.includes(id) ? [] : [work]
  })
  return (await Promise.all(found)).flat()
}

t.test(
  'works, ids, edges and merged descriptions are the same in whatever order and pages changes come',
  async (t) => {
    const random = randomFrom(20_260_101)
    const all = histories(random)
    let wanted: Awaited<ReturnType<typeof standing>> | undefined
    for (let order = 0; order < 10; order++) {
      const open = await openCatalogue(t)
      const lost: string[] = []
      let places = new Map<string, string>()
      for (const { source, changes } of shuffled(all, random)) {
        await open.push(source, changes)
        const now = await placesIn(open)
        lost.push(...(await astray(open, places, now)))
        places = now
      }
      const found = await standing(open)
      wanted ??= found
      t.same(found, wanted, `order ${order}`)
      t.same(places, worksByDefinition(found.records as never[]), `order ${order}, by definition`)
      t.same(lost, [], `order ${order}: a work that goes leads to where its records went`)
      await open.close()
    }
  },
)

t.test(
  'what so many records share that it is no evidence joins nothing, until a few of them have left',
  async (t) => {
    const placeholder = (id: string) => put({ id, title: `Set ${id}`, isbn: '9780306406157' })
    const many = Array.from({ length: capOf(1) + 2 }, (_, number) => `p${number}`)
    const pair = [put({ id: 'a', title: 'Walden', isbn: '9780306406157' })]
    const open = await openCatalogue(t)
    await open.push('two/main', [put({ id: 'b', title: 'Walden or', isbn: '9780306406157' })])
    await open.push('one/main', [...many.map(placeholder), ...pair])
    const over = async () =>
      (await open.database.selectFrom('catalogueCrowd').selectAll().where('isOver', '=', 1).execute()).map(
        ({ kind, value }) => [kind, value],
      )
    t.same(await over(), [['id', 'isbn 9780306406157']])
    const meets = (await open.database.selectFrom('catalogueEdge').select('evidence').execute()).length
    await open.push(
      'one/main',
      many.slice(0, 6).map((id) => remove(id)),
    )
    t.same(await over(), [])
    const found = await standing(open)
    t.ok(found.edges.length >= meets)
    t.same(await placesIn(open), worksByDefinition(found.records as never[]))
  },
)

t.test('what one author wrote in one year on as many pages is compared while it is little', async (t) => {
  const book = (id: string, title: string) =>
    put({ id, title, author: 'Thoreau, Henry', year: '1854', publisher: 'Ticknor', pages: 320 })
  const words = 'Ash Birch Cedar Dogwood Elm Fir Gum Hazel Ivy Juniper Kapok'.split(' ')
  const open = await openCatalogue(t)
  await open.push('two/main', [book('b', 'Walden')])
  await open.push('one/main', [book('a', 'Waldem')])
  const { edges } = await standing(open)
  t.equal(edges.length, 1, 'with a slip in their titles they meet here alone')
  await open.push(
    'one/main',
    words.map((word, at) => book(`w${at}`, word)),
  )
  t.same((await standing(open)).edges, [], 'so many that it says nothing')
  t.same((await matchCounts(open.database)).crowds, [], 'and no librarian is told of it')
  await open.push('one/main', [remove('w0')])
  t.same((await standing(open)).edges, edges)
})
