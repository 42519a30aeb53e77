import { isUtf8 } from 'node:buffer'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { writeIso2709 } from '../formats/iso2709-write.js'
import { isDataField, type MarcRecord } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import type { Description } from '../record/v1-draft.js'
import { describeCnmarc } from './cnmarc.js'
import { marcRecordsUnder, skip as withoutCorpus } from './corpus-testing.js'
import { marcRecord } from './field-table-testing.js'
import { describeMarc21 } from './marc21.js'
import { explanations, type Opinion, type Part, refusals } from './second-opinion.js'

/**
 * Titles, ISBNs, names and years as perl's MARC::Record and MARC::File::XML read them, which know nothing of ours. They
 * agree, or the kind of difference stands among the explanations, with its reason.
 */

const script = join(process.cwd(), 'standards/crosswalks/second-opinion.pl')
const hasPerl =
  spawnSync('perl', ['-MMARC::Record', '-MMARC::File::XML', '-MMARC::Charset', '-e1']).status === 0
const inCi = process.env['CI'] === 'true'
const withoutPerl = hasPerl
  ? false
  : "perl's MARC::Record and MARC::File::XML (libmarc-record-perl, libmarc-xml-perl) are not installed"

interface Read {
  kind: 'marc21-iso' | 'marc21-xml' | 'unimarc-iso'
  bytes: Uint8Array
}

async function opinionsOf(records: Read[]): Promise<Opinion[]> {
  const perl = spawn('perl', [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  perl.stdout.setEncoding('utf8').on('data', (more) => {
    text += more
  })
  const ended = new Promise((resolve) => perl.on('close', resolve))
  for (const { kind, bytes } of records)
    perl.stdin.write(`${kind} ${Buffer.from(bytes).toString('base64')}\n`)
  perl.stdin.end()
  await ended
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Opinion)
}

/** As it stands, but for composed letters, blanks, and the marks of ISBD at its end, which perl leaves there. */
const key = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\s/:;=,+.]+$/, '')
    .trim()

function oursOf({ kind, bytes }: Read): { description: Description | undefined; record: MarcRecord } {
  const { record } = readMarc(bytes)
  const { description } = kind === 'unimarc-iso' ? describeCnmarc(record) : describeMarc21(record)
  return { description, record }
}

/** What perl reads and we do not say, or the other way: nothing when they agree. */
function differences(
  opinion: Opinion,
  description: Description,
): [part: Part, theirs: string, ours: string][] {
  const found: [Part, string, string][] = []
  const titles = description.titles.map(({ value }) => value)
  for (const title of (opinion.titles ?? []).filter((title) => title !== ''))
    if (!titles.some((ours) => key(ours) === key(title))) found.push(['title', title, titles.join(' | ')])
  const isbns = description.identifiers.filter(
    ({ scheme, valid, cancelled }) => scheme === 'isbn' && valid && !cancelled,
  )
  const numbers = isbns.map(({ value }) => value)
  for (const isbn of opinion.isbns ?? [])
    if (!numbers.includes(isbn)) found.push(['isbn', isbn, numbers.join(' ')])
  for (const isbn of numbers)
    if (!(opinion.isbns ?? []).includes(isbn)) found.push(['isbn', (opinion.isbns ?? []).join(' '), isbn])
  const names = description.agents.flatMap(({ names }) => names.map(({ value }) => value))
  for (const name of opinion.names ?? [])
    if (!names.some((ours) => key(ours).startsWith(key(name)))) found.push(['name', name, names.join(' | ')])
  const dates = description.dates.map(({ edtf }) => edtf ?? '')
  const stated = opinion.years?.[0] ?? (/^\d{4}$/.test(opinion.coded ?? '') ? opinion.coded : undefined)
  if (
    stated &&
    stated !== '9999' &&
    !dates.some((edtf) => edtf.split('/').some((one) => one.startsWith(stated)))
  )
    found.push([
      'year',
      stated,
      description.dates.map(({ edtf, text }) => `${edtf ?? '?'} "${text}"`).join(' | '),
    ])
  return found
}

async function compare(t: Asserts, records: Read[]): Promise<void> {
  const opinions = await opinionsOf(records)
  t.equal(opinions.length, records.length, 'perl answers for each record')
  const counts = new Map<string, number>()
  let compared = 0
  records.forEach((read, at) => {
    const { description, record } = oursOf(read)
    const opinion = opinions[at] as Opinion
    if (!description) return
    compared++
    if (opinion.error) {
      const refusal = refusals.find(({ error }) => error.test(opinion.error as string))
      if (refusal) count(counts, refusal.reason)
      else t.fail(`perl cannot read ${description.titles[0]?.value}: ${opinion.error}`)
      return
    }
    for (const [part, theirs, ours] of differences(opinion, description)) {
      const why = explanations.find(
        (one) =>
          (one.part === part || one.part === 'any') &&
          one.explains({ theirs, ours, bytes: read.bytes, record, description }),
      )
      if (why) count(counts, `${part}: ${why.reason}`)
      else t.fail(`${part} of ${description.titles[0]?.value}: perl says ${theirs}, we say ${ours}`)
    }
  })
  t.comment(
    `${compared} records compared; ${[...counts].map(([reason, n]) => `${n} × ${reason}`).join('; ')}`,
  )
  t.ok(compared > 0)
}

const count = (counts: Map<string, number>, reason: string): void => {
  counts.set(reason, (counts.get(reason) ?? 0) + 1)
}

/** The same sample every time: a reservoir filled by a linear congruential generator. */
async function sampleOf(
  folders: [folder: string, kind: 'marc21' | 'unimarc'][],
  size: number,
): Promise<Read[]> {
  const sample: Read[] = []
  let [seen, state] = [0, 7]
  for (const [folder, format] of folders)
    for await (const { record, bytes, path } of marcRecordsUnder(folder)) {
      if ('uvxyz'.includes(record.leader[6] ?? ' ') || !record.fields.some(isDataField)) continue
      const kind = path.includes('.xml') ? (`${format}-xml` as const) : (`${format}-iso` as const)
      if (kind === 'unimarc-xml') continue
      seen++
      state = (state * 1103515245 + 12345) % 2147483648
      const at = sample.length < size ? sample.length : state % seen
      if (at < size) sample[at] = { kind, bytes: Uint8Array.from(bytes) }
    }
  return sample
}

interface Asserts {
  equal(found: unknown, wanted: unknown, message?: string): unknown
  ok(value: unknown, message?: string): unknown
  fail(message: string): unknown
  comment(message: string): unknown
}

const own: Read[] = [
  [
    '001 1',
    '020   $a7-101-00087-8 (v. 1) :$c$12.00',
    '100 1 $aTwain, Mark,$d1835-1910,$eauthor.',
    '245 14$aThe adventures of Tom Sawyer /$cby Mark Twain.',
    '260   $aNew York :$bHarper,$cc1920.',
  ],
  [
    '001 2',
    '020   $a$45.00',
    '008 850101s1985    xx            000 0 eng d',
    '245 00$aIndex.',
    '264  1$aBerlin :$bVerlag,$c[1998?]',
  ],
  [
    '001 3',
    '100 1 $6880-01$aCao, Xueqin',
    '245 10$6880-02$aHong lou meng /$cCao Xueqin.',
    '880 1 $6100-01/$1$a曹雪芹',
    '880 10$6245-02/$1$a红楼梦 /$c曹雪芹.',
  ],
].map((lines) => ({
  kind: 'marc21-iso',
  bytes: writeIso2709(marcRecord('00000nam a2200000 a 4500', lines), 'utf-8'),
}))
own.push({
  kind: 'unimarc-iso',
  bytes: writeIso2709(
    marcRecord('00000nam0 2200000   450 ', [
      '001 4',
      '010   $a978-7-101-10528-5$dCNY156.00',
      '200 1 $a红楼梦$f曹雪芹著',
      '210   $a北京$c中华书局$d2015.07',
      '701  0$a曹雪芹$4著',
    ]),
    'utf-8',
  ),
})

t.test(
  'records written for the project read the same in perl',
  { skip: inCi ? false : withoutPerl },
  async (t) => {
    t.ok(hasPerl, 'under CI perl and its MARC modules are a part of the machine')
    await compare(t, own)
  },
)

t.test(
  'a thousand real records read the same in perl, or the difference is explained',
  { skip: withoutPerl || withoutCorpus },
  async (t) => {
    const marc21 = await sampleOf(
      [
        ['marc21', 'marc21'],
        ['marcxml', 'marc21'],
      ],
      1000,
    )
    t.equal(marc21.length, 1000)
    await compare(t, marc21)
    const unimarc = await sampleOf([['unimarc', 'unimarc']], 1000)
    await compare(
      t,
      unimarc.filter(({ bytes }) => isUtf8(Buffer.from(bytes))),
    )
  },
)
