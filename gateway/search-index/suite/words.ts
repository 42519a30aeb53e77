import type { Test } from 'tap'
import { document, idsOf, type Make, query, titled, words } from './documents.js'

/** What matches, and in which order. */
export const wordsSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    return index
  }

  t.test('every word must match, each in any field', async (t) => {
    const index = await opened(t)
    await index.upsert([
      document('a', { text: { title: '红 楼 梦', agents: '曹 雪 芹' } }),
      document('b', { text: { title: '红 楼 梦 考' } }),
      document('c', { text: { other: '曹 雪 芹' } }),
    ])
    t.same(await idsOf(index, { all: words('梦', '曹') }), ['a'])
    t.same((await idsOf(index, { all: words('曹') })).sort(), ['a', 'c'])
    t.same(await idsOf(index, { all: words('梦', '西') }), [])
  })

  t.test('the words of a phrase stand side by side in one field', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', '中 国 通 史'),
      titled('b', '国 中 通 史'),
      document('c', { text: { title: '中', alternative: '国' } }),
    ])
    t.same(await idsOf(index, { all: words('中 国') }), ['a'])
    t.same(await idsOf(index, { all: words('通 史', '国 中') }), ['b'])
  })

  t.test('characters side by side are found in every script, and only where they are', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', '红 楼 梦 | 考 证'),
      titled('b', 'html 5 权 威 指 南'),
      titled('c', '한 국 사'),
      titled('d', 'こ こ ろ'),
      titled('e', '\u{20bb7} 野 家'),
      document('f', { text: { title: '楼 红', agents: '梦 溪' } }),
      document('g', {
        text: { title: '红', sounds: '\ue001 \ue002 \ue1ff \ue3ff \ue003 | \ue41b \ue41e \ue451' },
      }),
    ])
    const found: [phrase: string, ids: string[]][] = [
      ['红 楼', ['a']],
      ['红 楼 梦', ['a']],
      ['梦 考', []],
      ['梦 | 考', ['a']],
      ['楼 梦 溪', []],
      ['5 权 威', ['b']],
      ['html 5', ['b']],
      ['권 국', []],
      ['한 국 사', ['c']],
      ['こ こ ろ', ['d']],
      ['\u{20bb7} 野', ['e']],
      ['野 家', ['e']],
      ['\u{20bb7} 家', []],
      ['\ue001 \ue002 \ue1ff', ['g']],
      ['\ue002 \ue001', []],
      ['\ue1ff \ue3ff \ue003', ['g']],
      ['\ue1ff \ue003', []],
      ['\ue41b \ue41e', ['g']],
      ['\ue41b \ue41e \ue451', ['g']],
      ['\ue41e \ue41b', []],
    ]
    for (const [phrase, ids] of found) t.same(await idsOf(index, { all: words(phrase) }), ids, phrase)
    t.same((await idsOf(index, { all: words('红'), none: words('红 楼') })).sort(), ['f', 'g'])
    t.same(await idsOf(index, { all: [{ tokens: ['梦', '溪'], field: 'agents' }] }), ['f'])
    t.same(await idsOf(index, { all: [{ tokens: ['梦', '溪'], field: 'title' }] }), [])
  })

  t.test('a word is one whatever script stands before it', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', '中 国 5g 网 络'),
      titled('b', '日 本 の 歴 史'),
      titled('c', '学 3d 2024 年'),
      titled('d', 'q 中 qing 0q'),
      titled('e', '네 中 д ж'),
    ])
    const found: [phrase: string, ids: string[]][] = [
      ['5g', ['a']],
      ['国 5g', ['a']],
      ['5g 网', ['a']],
      ['5', []],
      ['g', []],
      ['の', ['b']],
      ['の 歴', ['b']],
      ['3d 2024', ['c']],
      ['2024', ['c']],
      ['中 qing 0q', ['d']],
      ['д', ['e']],
      ['中 д', ['e']],
    ]
    for (const [phrase, ids] of found) t.same(await idsOf(index, { all: words(phrase) }), ids, phrase)
    const begun = async (beginning: string) =>
      (await idsOf(index, { all: [{ tokens: [beginning], prefix: true }] })).sort()
    t.same(await begun('5'), ['a'])
    t.same(await begun('20'), ['c'])
    t.same(await begun('q'), ['d'], 'no word is written so that it begins as another')
    t.same(await begun('0'), ['d'])
    t.same(
      (await index.complete(['title'], ['q'], 5)).map(({ token }) => token),
      ['q', 'qing'],
    )
    t.same(await index.complete(['title'], ['5'], 5), [{ token: '5g', count: 1 }])
    t.same(await index.complete(['title'], ['0'], 5), [{ token: '0q', count: 1 }])
  })

  t.test('what is excluded may not match, alone or beside words', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'art of war'), titled('b', 'art of peace'), titled('c', 'history')])
    t.same(await idsOf(index, { all: words('art'), none: words('war') }), ['b'])
    t.same((await idsOf(index, { none: words('art of', 'nowhere') })).sort(), ['c'])
    t.same(await idsOf(index, { all: words('history'), none: words('war', 'history') }), [])
  })

  t.test('a beginning matches the words that go on, a word does not', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'library science'), titled('b', 'libraries'), titled('c', 'lib')])
    t.same((await idsOf(index, { all: [{ tokens: ['librar'], prefix: true }] })).sort(), ['a', 'b'])
    t.same((await idsOf(index, { all: [{ tokens: ['l'], prefix: true }] })).sort(), ['a', 'b', 'c'])
    t.same(await idsOf(index, { all: words('librar') }), [])
    t.same(await idsOf(index, { all: [{ tokens: ['library', 'sc'], prefix: true }] }), ['a'])
  })

  t.test('a term may ask for one field', async (t) => {
    const index = await opened(t)
    await index.upsert([
      document('a', { text: { title: 'darwin' } }),
      document('b', { text: { agents: 'darwin' } }),
    ])
    t.same(await idsOf(index, { all: [{ tokens: ['darwin'], field: 'agents' }] }), ['b'])
    t.same(await idsOf(index, { all: words('darwin'), none: [{ tokens: ['darwin'], field: 'agents' }] }), [
      'a',
    ])
  })

  t.test('a term may ask for some of the fields', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'darwin'),
      document('b', { text: { agents: 'darwin' } }),
      document('c', { text: { other: 'darwin' } }),
    ])
    const all = [{ tokens: ['darwin'], field: ['title', 'agents'] as const }]
    t.same((await idsOf(index, { all })).sort(), ['a', 'b'])
  })

  t.test('what matches in one of several ways is a hit once, in more of them a better one', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('both', '红 楼 梦 research'),
      titled('one', 'on research'),
      document('sound', { text: { title: '虹 楼 梦', sounds: '\ue001 \ue002 \ue003' } }),
      titled('none', 'other'),
    ])
    const ways = {
      all: words('research'),
      otherwise: [words('红 楼'), [{ tokens: ['\ue002', '\ue003'], field: 'sounds' as const }]],
    }
    const result = await index.search(query({ ...ways, facets: ['type'] }))
    t.match(result, { total: 3, totalIsExact: true })
    t.equal(result.hits[0]?.id, 'both')
    t.same(await idsOf(index, { ...ways, none: words('on', '楼') }), [])
    t.same((await idsOf(index, { ...ways, sort: 'title' })).sort(), ['both', 'one', 'sound'])
  })

  t.test('a way with several conditions wants all of them', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'a b'), titled('b', 'a c'), titled('c', 'd')])
    t.same(await idsOf(index, { all: words('a', 'c'), otherwise: [words('d', 'e')] }), ['b'])
    t.same(
      (await idsOf(index, { all: [], otherwise: [words('d')] })).length,
      3,
      'no condition at all is everything',
    )
  })

  t.test('a title comes before a name, a name before a publisher', async (t) => {
    const index = await opened(t)
    await index.upsert([
      document('publisher', { text: { title: '数 学', other: '北 京 北 京 北 京 北 京' } }),
      document('agent', { text: { title: '数 学', agents: '北 京' } }),
      document('title', { text: { title: '北 京 的 胡 同', other: '一 本 很 长 的 书 '.repeat(30) } }),
    ])
    t.same(await idsOf(index, { all: words('北 京') }), ['title', 'agent', 'publisher'])
  })

  t.test('a title asked for as a whole comes first', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('longer', '中 国 史 纲 中 国'),
      document('whole', { text: { title: '中 国', other: '很 长 的 说 明 '.repeat(50) } }),
      titled('other', '中 国 人'),
    ])
    t.equal((await idsOf(index, { all: words('中 国') }))[0], 'whole')
  })

  t.test('no word and no filter lists everything', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'one'), titled('b', 'two', { updatedAt: 5 })])
    const result = await index.search(query())
    t.match(result, { total: 2, totalIsExact: true })
    t.same(
      result.hits.map(({ id }) => id),
      ['b', 'a'],
    )
  })

  t.test('an empty index answers too', async (t) => {
    const index = await opened(t)
    t.match(await index.search(query({ all: words('x'), facets: ['type', 'year'] })), {
      total: 0,
      hits: [],
      facets: { type: [], year: [] },
    })
    t.match(await index.search(query()), { total: 0, totalIsExact: true, hits: [] })
  })

  t.test('of several ways those find something whose words are there, in whatever field', async (t) => {
    const index = await opened(t)
    await index.upsert([
      document('a', { text: { title: 'history', other: 'wuhan press' }, facets: { type: ['book'] } }),
      document('b', { text: { title: 'rome', identifiers: 'tp311 14' }, facets: { type: ['book'] } }),
    ])
    const misspelt = words('histroy')
    const begun = (beginning: string) => [{ tokens: [beginning], prefix: true }]
    t.same(await idsOf(index, { all: misspelt, otherwise: [words('history', 'press')] }), ['a'])
    t.same(await idsOf(index, { all: misspelt, otherwise: [begun('wuh')] }), ['a'])
    t.same(await idsOf(index, { all: misspelt, otherwise: [begun('tp31'), words('press')] }).then(sorted), [
      'a',
      'b',
    ])
    for (const all of [misspelt, begun('histroy')]) {
      const none = await index.search(query({ all, otherwise: [words('roem')], facets: ['type'] }))
      t.same([none.total, none.hits, none.facets], [0, [], { type: [] }])
    }
    t.same(await idsOf(index, { all: misspelt, otherwise: [words('roem')], none: words('press') }), [])
    await index.remove(['a'])
    t.same(await idsOf(index, { all: words('history'), otherwise: [words('rome')] }), ['b'])
  })

  t.test('no token is syntax', async (t) => {
    const index = await opened(t)
    const hostile = [
      '"',
      '""',
      "'",
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(',
      '*',
      '^',
      '(',
      ')',
      '-',
      '+',
      ':',
      '{title}',
      'title:x',
      '\\',
      '%',
      ';--',
      '\u{20000}',
      '\u{fffe}',
    ]
    await index.upsert(hostile.map((token, number) => titled(`d${number}`, `x ${token.toLowerCase()} y`)))
    for (const token of [...hostile, '\0', 'a\0b', '\ud800', '\udc00x', '', ' ', 'x'.repeat(5000)]) {
      for (const prefix of [false, true]) {
        await t.resolves(index.search(query({ all: [{ tokens: [token], prefix }] })), JSON.stringify(token))
        await t.resolves(
          index.search(query({ all: [{ tokens: ['x', token, 'y'], field: 'title', prefix }] })),
        )
        await t.resolves(
          index.search(
            query({ none: [{ tokens: [token], prefix }], filter: { field: 'subject', in: [token] } }),
          ),
        )
      }
    }
    t.same(await idsOf(index, { all: words('x NEAR y'.toLowerCase()) }), [`d${hostile.indexOf('NEAR')}`])
  })

  t.test('a text with a NUL or half a character is stored and found by the rest', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'before\0 \ud800 after', { facets: { subject: ['one\0two', '\ud800'] } }),
    ])
    t.same(await idsOf(index, { all: words('after') }), ['a'])
  })
}

const sorted = (ids: string[]): string[] => ids.toSorted()
