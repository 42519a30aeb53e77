import type { Test } from 'tap'
import type { SearchQuery, TextTerm } from '../../gateway/contracts/index.js'
import type { Make } from '../../gateway/search-index/suite/documents.js'
import { toSearchDocument } from './documents.js'
import { searchWorks } from './service.js'
import { unsteered } from './steering/steering.js'
import { agent, description, present, titles } from './testing.js'

const works = [
  present(
    'origin',
    description({ titles: titles('On the Origin of Species'), agents: [agent('Darwin, Charles')] }),
  ),
  present(
    'voyage',
    description({ titles: titles('The Voyage of the “Beagle”'), agents: [agent('Darwin, Charles')] }),
  ),
  present('muller', description({ titles: titles('Über Zahlentheorie'), agents: [agent('Müller, Jörg')] })),
  present('war', description({ titles: titles('War & peace') })),
  present('dream', description({ titles: titles('紅樓夢：新校本'), agents: [agent('曹雪芹')] })),
  present('quixote', description({ titles: titles('堂吉诃德全译'), agents: [agent('塞万提斯')] })),
  present('html', description({ titles: titles('ＨＴＭＬ５权威指南') })),
]

/**
 * What readers are promised whatever the engine: a slip is forgiven, and what was found is marked in the text as its library
 * wrote it. Both are done above the engines, of what these give back.
 */
export const readersSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    await index.upsert(works.map(toSearchDocument))
    const searching = { index, membersById: async () => new Map(), ...unsteered }
    return (q: string) => searchWorks(searching, { q, limit: 10 })
  }

  t.test('one slip in a word of five letters or more is forgiven, wherever it is', async (t) => {
    const ask = await opened(t)
    const slips = [
      'orgin',
      'originn',
      'oriin',
      'orihin',
      'oirgin',
      'xrigin',
      'rigin',
      'origim',
      'charls',
      'dawrin',
    ]
    for (const slip of slips) t.ok(idsOf(await ask(slip)).includes('origin'), slip)
    t.equal(idsOf(await ask('orgin of species'))[0], 'origin', 'beside words that are right')
    t.equal(idsOf(await ask('origin of speceis'))[0], 'origin')
    t.equal(idsOf(await ask('darwn species'))[0], 'origin', 'in a name')
    t.equal(idsOf(await ask('zahlentheorei'))[0], 'muller')
  })

  t.test('what is right is taken as it is, and in a phrase nothing is forgiven', async (t) => {
    const ask = await opened(t)
    t.same(idsOf(await ask('voyage')), ['voyage'])
    t.same(idsOf(await ask('wax')), [], 'three letters are one word or another')
    t.same(idsOf(await ask('"orgin of species"')), [])
  })

  t.test('one slip in Chinese is forgiven', async (t) => {
    const ask = await opened(t)
    const slips = {
      堂吉柯德: 'a homophone',
      堂吉人德: 'a wrong character',
      堂吉德全译: 'left out',
      堂诃吉德: 'swapped',
    }
    for (const [slip, says] of Object.entries(slips)) t.equal(idsOf(await ask(slip))[0], 'quixote', says)
  })

  t.test('one slip in pinyin is forgiven, whatever syllables it leaves', async (t) => {
    const ask = await opened(t)
    const slips = {
      tangjihedeqquanyi: 'no syllable',
      tangjihediequanyi: 'another syllable',
      tangjihedequayni: 'two swapped',
      tangjiheduequanyi: 'two syllables of one',
      'tang ji hhe de quan yi': 'in one word of many',
    }
    for (const [slip, says] of Object.entries(slips)) t.equal(idsOf(await ask(slip))[0], 'quixote', says)
  })

  t.test('what nobody has takes few searches, and a slip not many', async (t) => {
    const { index, close } = await make()
    t.teardown(close)
    await index.upsert(works.map(toSearchDocument))
    const calls = { ways: 0, all: 0 }
    const counting = {
      ...index,
      search: (query: SearchQuery) => {
        calls.all++
        calls.ways += 1 + (query.otherwise?.length ?? 0)
        return index.search(query)
      },
      missing: (terms: TextTerm[]) => {
        calls.all++
        return index.missing(terms)
      },
      complete: (...given: Parameters<typeof index.complete>) => {
        calls.all++
        return index.complete(...given)
      },
    }
    const searching = { index: counting, membersById: async () => new Map(), ...unsteered }
    const asked: [q: string, why: string, mostCalls: number, mostWays: number][] = [
      ['qzxvkwpt', 'letters', 8, 4],
      ['qzxvkwpt jwqzzk', 'letters in two words', 10, 4],
      ['龘靐齉爩鱻', 'characters', 4, 4],
      ['天地玄黄宇宙洪荒'.repeat(62), 'a page of Chinese', 4, 4],
      [words(40), 'forty words', 20, 4],
      ['orgin of species', 'a slip in English', 7, 6],
      ['堂吉人德', 'a wrong character', 5, 6],
    ]
    for (const [q, why, mostCalls, mostWays] of asked) {
      Object.assign(calls, { ways: 0, all: 0 })
      await searchWorks(searching, { q, limit: 10 })
      t.ok(
        calls.all <= mostCalls && calls.ways <= mostWays,
        `${why}: ${calls.ways} ways in ${calls.all} calls`,
      )
    }
  })

  t.test('what was found is marked in the original text, not in the folded one', async (t) => {
    const ask = await opened(t)
    const marked: [typed: string, field: string, html: string][] = [
      ['红楼梦', 'title', '<mark>紅樓夢</mark>：新校本'],
      ['ORIGIN species', 'title', 'On the <mark>Origin</mark> of <mark>Species</mark>'],
      ['uber', 'title', '<mark>Über</mark> Zahlentheorie'],
      ['muller', 'agents', '<mark>Müller</mark>, Jörg'],
      ['html5', 'title', '<mark>ＨＴＭＬ５</mark>权威指南'],
      [
        'voyage of the beagle',
        'title',
        '<mark>The</mark> <mark>Voyage</mark> <mark>of</mark> <mark>the</mark> “<mark>Beagle</mark>”',
      ],
      ['peace', 'title', 'War &amp; <mark>peace</mark>'],
      ['orgin', 'title', 'On the <mark>Origin</mark> of Species'],
    ]
    for (const [typed, field, html] of marked) {
      const { hits } = await ask(typed)
      t.equal(hits[0]?.highlights[field], html, typed)
    }
  })
}

/** Words that no work has, each of them another. */
const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => `qz${at.toString(36).padStart(2, 'x')}kw`).join(' ')

const idsOf = ({ hits }: { hits: { id: string }[] }): string[] => hits.map(({ id }) => id)
