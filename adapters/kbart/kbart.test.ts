import { gzipSync } from 'node:zlib'
import t from 'tap'
import type { HarvestPage, Resume } from '../../gateway/contracts/adapter.js'
import { silentLog } from '../../gateway/contracts/log.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { crosswalks } from '../../standards/crosswalks/index.js'
import { kbartLabels } from '../../standards/crosswalks/kbart-labels.js'
import type { PutChange } from '../../standards/record/change.js'
import { kbart } from './index.js'

const call = { signal: new AbortController().signal, log: silentLog, trace: 't' }

/** Files by name, handed over in small pieces as a disk or a network would. */
const outsideWith = (files: Record<string, Uint8Array | string>): Outside => ({
  fetch: () => Promise.reject(new Error('no network')),
  open: async function* (path) {
    const bytes = Buffer.from(files[path] ?? '')
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  },
  assertAllowed: async () => {},
  now: () => new Date(0),
})

async function pagesOf(
  content: Uint8Array | string,
  resume: Resume | null = null,
  name?: string,
): Promise<HarvestPage[]> {
  const adapter = kbart.connect(
    { path: 'list', ...(name && { package: name }) },
    outsideWith({ list: content }),
  )
  const pages: HarvestPage[] = []
  for await (const page of adapter.harvest?.(resume, call) ?? []) pages.push(page)
  return pages
}

const puts = (pages: HarvestPage[]): PutChange[] =>
  pages.flatMap(({ changes }) => changes).filter((change) => change.op === 'put')
const titles = (pages: HarvestPage[]): (string | undefined)[] =>
  puts(pages).map(({ bytes }) => crosswalks.kbart.describe(bytes).description?.titles[0]?.value)

const row = (title: string, id: string, from = ''): string =>
  kbartLabels
    .map(
      (label) =>
        ({ publication_title: title, title_id: id, date_first_issue_online: from })[label as 'title_id'] ??
        '',
    )
    .join('\t')
const list = (...rows: string[]): string => [kbartLabels.join('\t'), ...rows, ''].join('\n')

t.test('each title is a change whose bytes are a header line and its rows', async (t) => {
  const [page] = await pagesOf(list(row('A', '1'), row('B', '2')))
  t.equal(page?.changes.length, 2)
  t.match(page?.changes[0], { op: 'put', kind: 'bib', format: 'kbart', sourceId: '1' })
  t.equal(
    Buffer.from(puts([page as HarvestPage])[0]?.bytes ?? []).toString(),
    `${kbartLabels.join('\t')}\n${row('A', '1')}`,
  )
  t.same(page?.resume, { done: true })
  t.equal(page?.progress?.done, page?.progress?.of)
})

t.test('rows that share a title_id are one change, wherever they stand', async (t) => {
  const changes = puts(await pagesOf(list(row('A', '1', '1990'), row('B', '2'), row('A', '1', '2001'))))
  t.same(
    changes.map(({ sourceId }) => sourceId),
    ['1', '2'],
  )
  const coverage = Buffer.from(changes[0]?.bytes ?? [])
    .toString()
    .split('\n')
    .slice(1)
  t.same(coverage, [row('A', '1', '1990'), row('A', '1', '2001')])
})

t.test('without title_id none is given: the catalogue derives one', async (t) => {
  const changes = puts(await pagesOf('Title\tISSN\nA\t0001-3072\nB\t1872-5465\n'))
  t.same(
    changes.map(({ sourceId }) => sourceId),
    [undefined, undefined],
  )
})

t.test('blank rows are counted as empty, rows without a title are put for the rules to judge', async (t) => {
  const [page] = await pagesOf(list(row('A', '1'), '', '\t\t', row('', '3')))
  t.same(
    page?.changes.map(({ op }) => op),
    ['put', 'empty', 'empty', 'put'],
  )
})

t.test('other delimiters, labels, quotes, and lines before the header', async (t) => {
  const preamble = 'SO Name,Example Master\nProvider,Example\nPackage Name,Gold\n\n'
  const pages = await pagesOf(
    `${preamble}Journal Title,Print ISSN,eISSN,URL\n"Bulletin, ""new""\nseries",0001-3072,,https://example.org\n`,
  )
  t.same(titles(pages), ['Bulletin, "new" series'])
  const described = crosswalks.kbart.describe(puts(pages)[0]?.bytes ?? new Uint8Array())
  t.equal(described.description?.links[0]?.access?.package, 'Gold', 'the package that the list names itself')
  t.match(pages[0]?.notes?.[0] ?? '', /Journal Title/, 'the run says which labels it translated')
  t.same(titles(await pagesOf('题名;国际刊号;网址\n图书馆学通讯;0001-3072;https://example.org\n')), [
    '图书馆学通讯',
  ])
})

t.test('a title in quotation marks keeps them in plain KBART', async (t) => {
  const name = '"East is East"?: Home Literacy'
  t.same(titles(await pagesOf(list(row(name, '1'), row('"Currere" & more', '2')))), [
    name,
    '"Currere" & more',
  ])
})

t.test('a cell of plain KBART that holds a tab or a line end is quoted, and costs no column', async (t) => {
  const wide = row('"Annals\tof ""things""\nand others"', '1')
  t.same(titles(await pagesOf(list(wide, row('"East is East"?', '2'), row('Plain', '3')))), [
    'Annals of "things" and others',
    '"East is East"?',
    'Plain',
  ])
  const open = row('"Never closed\tat all', '1')
  t.same(titles(await pagesOf(list(open, row('Next', '2')))), ['"Never closed', 'Next'])
})

t.test('the package of the options goes with every row', async (t) => {
  const [change] = puts(
    await pagesOf('publication_title\ttitle_url\nA\thttps://example.org\n', null, 'Silver'),
  )
  t.equal(
    crosswalks.kbart.describe(change?.bytes ?? new Uint8Array()).description?.links[0]?.access?.package,
    'Silver',
  )
})

t.test('encodings: UTF-8 with a mark, UTF-16, GB 18030, Windows-1252', async (t) => {
  const text = 'Title\tISSN\nÉtudes 中文\t0001-3072\n'
  t.same(titles(await pagesOf(`\ufeff${text}`)), ['Études 中文'])
  t.same(titles(await pagesOf(Buffer.from(`\ufeff${text}`, 'utf16le'))), ['Études 中文'])
  const latin = await pagesOf(Buffer.from('Title\tISSN\nÉtudes françaises\t0001-3072\n', 'latin1'))
  t.same(titles(latin), ['Études françaises'])
  t.match(latin[0]?.notes?.[0] ?? '', /windows-1252/)
  const gb = Buffer.concat([
    Buffer.from('Title\tISSN\n'),
    Buffer.from('d6d0b9facdbccae9b9ddd1a7b1a8', 'hex'),
    Buffer.from('\t0001-3072\n'),
  ])
  t.same(titles(await pagesOf(gb)), ['中国图书馆学报'])
})

t.test('pages hold at most 200 titles, and a killed harvest goes on at its row', async (t) => {
  const rows = Array.from({ length: 450 }, (_, at) => row(`Title ${at % 400}`, String(at % 400)))
  const pages = await pagesOf(list(...rows))
  t.same(
    pages.map(({ changes }) => changes.length),
    [200, 200, 0],
  )
  t.same(pages[0]?.resume, { file: 0, row: 200 })
  const rest = await pagesOf(list(...rows), pages[0]?.resume)
  t.same(titles(rest), titles(pages.slice(1)))
  t.same(titles(await pagesOf(list(...rows), { done: true })).length, 400, 'a clean end starts over')
})

t.test('several lists are read one after the other', async (t) => {
  const adapter = kbart.connect(
    { path: ['a', 'b'] },
    outsideWith({ a: list(row('A', '1')), b: list(row('B', '2')) }),
  )
  const resumes: Resume[] = []
  for await (const page of adapter.harvest?.(null, call) ?? []) resumes.push(page.resume)
  t.same(resumes, [{ file: 1, row: 0 }, { done: true }])
})

t.test('a file without labels is refused in words that tell what to do', async (t) => {
  await t.rejects(pagesOf('just\nsome text\n'), { code: 'KBART_HEADER_MISSING', message: /labels of KBART/ })
})

t.test('the probe names the list', async (t) => {
  const identity = await kbart
    .connect({ path: 'list' }, outsideWith({ list: list(row('A', '1')) }))
    .probe(call)
  t.match(identity, {
    name: 'list',
    protocol: 'KBART Phase II',
    details: { columns: '25', encoding: 'utf-8' },
  })
})

t.test('a title_id that different titles share identifies none of them, and the run says so', async (t) => {
  const text = list(row('A', 'N/A'), row('B', 'N/A'), row('C', '3', '1990'), row('c.', '3', '2001'))
  const pages = await pagesOf(text)
  t.same(titles(pages), ['A', 'B', 'C'])
  t.same(
    puts(pages).map(({ sourceId, bytes }) => [sourceId, crosswalks.kbart.describe(bytes).sourceId]),
    [
      [undefined, undefined],
      [undefined, undefined],
      ['3', '3'],
    ],
  )
  t.match(pages[0]?.notes, [/title_id stands what different titles share.*: N\/A\.$/])
  const renamed = 'Title\tISSN\ttitle_id\nOld name\t0001-3072\t9\nNew name\t0001-3072\t9\n'
  t.equal(puts(await pagesOf(renamed)).length, 1, 'a number of both says that they are one')
})

t.test('what fills a column of numbers is no number that makes two titles one', async (t) => {
  const labels = 'publication_title\tprint_identifier\tonline_identifier\ttitle_id'
  for (const [filler, id] of [
    ['N/A', 'N/A'],
    ['–', '0'],
    ['0000-0000', '0'],
  ]) {
    const rows = ['A', 'B', 'C'].map((title) => [title, filler, filler, id].join('\t'))
    const pages = await pagesOf([labels, ...rows, ''].join('\n'))
    t.same(titles(pages), ['A', 'B', 'C'], filler)
    t.match(pages[0]?.notes, [/title_id stands what different titles share/])
  }
  const bridged = ['A\t\t\t9', 'B\t0001-3072\t\t9', 'A\t0001-3072\t\t9']
  t.same(titles(await pagesOf([labels, ...bridged].join('\n'))), ['A'], 'in whatever order they stand')
})

t.test('under what is no identifier the rows of one title stay together', async (t) => {
  const labels = 'publication_title\tprint_identifier\tdate_first_issue_online\ttitle_id'
  const rows = ['A\t0001-3072\t1990\t7', 'B\t\t\t7', 'A\t0001-3072\t2001\t7', 'A\t1872-5465\t2005\t7']
  const changes = puts(await pagesOf([labels, ...rows].join('\n')))
  const coverageOf = (text: string) => text.match(/19\d\d|20\d\d/g) ?? []
  t.same(
    changes.map(({ sourceId, bytes }) => [sourceId, ...coverageOf(Buffer.from(bytes).toString())]),
    [[undefined, '1990', '2001'], [undefined], [undefined, '2005']],
  )
})

t.test(
  'a row with a tab inside a cell is set aside with that reason, and not read under wrong labels',
  async (t) => {
    const changes = puts(await pagesOf(list(`${row('A\tB', '1')}P`, row('C', '2'))))
    t.throws(() => crosswalks.kbart.describe(changes[0]?.bytes ?? new Uint8Array()), {
      finding: { code: 'KBART_COLUMNS', expected: '25', got: '26' },
    })
    t.equal(crosswalks.kbart.describe(changes[1]?.bytes ?? new Uint8Array()).sourceId, '2')
  },
)

t.test('such a row is told also where its last column is blank, with the columns of its list', async (t) => {
  const labels = 'Title\tISSN\tURL\ttitle_id\tnotes'
  const moved = 'A\tB\t0001-3072\t\t7\t'
  const changes = puts(await pagesOf([labels, moved, 'C\t\t\t8\t', 'D\t\t\t9\t'].join('\n')))
  t.throws(() => crosswalks.kbart.describe(changes[0]?.bytes ?? new Uint8Array()), {
    finding: { code: 'KBART_COLUMNS', expected: '5', got: '6' },
  })
  t.equal(Buffer.from(changes[0]?.bytes ?? []).toString(), `${labels}\n${moved}`, 'it is kept as it stands')
  t.equal(
    titles(await pagesOf([labels, 'C\t\t\t8\t\t', 'D\t\t\t9\t\t'].join('\n'))).length,
    2,
    'all rows end so',
  )
  const [alone] = puts(await pagesOf('Title\tISSN\nA\tB\t0001-3072\n'))
  t.throws(() => crosswalks.kbart.describe(alone?.bytes ?? new Uint8Array()), {
    finding: { code: 'KBART_COLUMNS', expected: '2', got: '3' },
  })
})

t.test('a column without a label is no such tab', async (t) => {
  const pages = await pagesOf('Title\tISSN\nA\t0001-3072\tx\nB\t1872-5465\ty\n')
  t.same(titles(pages), ['A', 'B'])
  t.match(pages[0]?.notes?.at(-1), /beyond the last label was left out/)
})

t.test('columns that are not known are named in the run', async (t) => {
  const [page] = await pagesOf('publication_title\ttitle_url\toclc_number\nA\thttps://example.org\t12\n')
  t.same(page?.notes, ['list: columns that are not known were left out: oclc_number.'])
})

t.test('lines may end as on old Macintoshes, also where cells are quoted', async (t) => {
  t.same(titles(await pagesOf(list(row('A', '1'), row('B', '2')).replaceAll('\n', '\r'))), ['A', 'B'])
  t.same(titles(await pagesOf('Title,ISSN\r"A, b",0001-3072\r"B",1872-5465\r')), ['A, b', 'B'])
})

t.test('a list without rows says that it holds nothing', async (t) => {
  const [page] = await pagesOf(list())
  t.same([page?.changes, page?.notes], [[], ['"list" holds no record.']])
})

t.test('a gzip that breaks off is refused: what is missing must not look deleted', async (t) => {
  const packed = gzipSync(list(...Array.from({ length: 500 }, (_, at) => row(`Title ${at}`, `${at * at}`))))
  t.equal(titles(await pagesOf(packed)).length, 500)
  await t.rejects(pagesOf(packed.subarray(0, -500)), { code: 'FILE_NOT_READABLE', message: /breaks off/ })
})

t.test('notes name the list and not the folder it lies in', async (t) => {
  const path = '/srv/private/list.txt'
  const adapter = kbart.connect({ path }, outsideWith({ [path]: 'Title\tISSN\nA\t0001-3072\n' }))
  for await (const page of adapter.harvest?.(null, call) ?? [])
    t.same(page.notes, ["list.txt: labels that are not KBART's were read as such: Title, ISSN."])
})
