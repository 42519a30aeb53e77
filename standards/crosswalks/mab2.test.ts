import t from 'tap'
import { carriers } from '../formats/carriers.js'
import { guessFormat } from '../formats/detect.js'
import { mab2 } from './mab2.js'

/** Tag, indicator, content; a subfield begins with `$`. */
const fields: [tag: string, indicator: string, content: string][] = [
  ['001', ' ', 'HT00001'],
  ['025', 'z', '590016-5'],
  ['037', 'b', 'gerfre'],
  ['100', ' ', 'Müller, Ada'],
  ['100', 'b', 'Haile, Harry [Hrsg.]'],
  ['200', 'b', 'Rhein-Kreis'],
  ['331', ' ', '¬Die¬ Wurzeln'],
  ['335', ' ', 'eine Studie'],
  ['359', ' ', 'Ada Müller'],
  ['370', 'a', 'Wurzeln der Sprache'],
  ['403', ' ', '2., verb. Aufl.'],
  ['410', ' ', 'Heidelberg'],
  ['412', ' ', 'Winter'],
  ['425', 'a', '1998'],
  ['433', ' ', '284 S.'],
  ['435', ' ', '24 cm'],
  ['451', ' ', 'Klassiker ; 3'],
  ['540', 'a', '3-16-148410-X'],
  ['542', 'a', '0001-3072'],
  ['552', 'a', '10.17169/langsci.b91.109'],
  ['700', 'b', '914.3'],
  ['710', ' ', 'Sprache; Ursprung'],
  ['902', ' ', '$sSprachursprung$9(DE-588)4182540-8'],
]
const leader = '00998nM2.01200024      h'
const content = (text: string) => text.replaceAll('$', '\x1f')
const band = `${leader}${fields.map(([tag, ind, text]) => `${tag}${ind}${content(text)}\x1e`).join('')}\x1d`
const diskette = `### ${leader}\r\n${fields.map(([tag, ind, text]) => `${tag}${ind}${content(text)}\r\n`).join('')}\r\n`
const datensatz = `<datensatz typ="h" status="n" mabVersion="M2.0">${fields
  .map(([tag, ind, text]) => {
    const inner = text.startsWith('$')
      ? text
          .split('$')
          .slice(1)
          .map((sub) => `<uf code="${sub[0]}">${sub.slice(1)}</uf>`)
          .join('')
      : text.replace(/¬(.+)¬/, '<ns>$1</ns>')
    return `<feld nr="${tag}" ind="${ind}">${inner}</feld>`
  })
  .join('\n')}</datensatz>`
const aleph = (level = '1', more = '') =>
  `<record xmlns="http://www.ddb.de/professionell/mabxml/mabxml-1.xsd"><leader>00998nM2.01200024------h</leader>${fields
    .map(([tag, ind, text]) => {
      const subfields = text.startsWith('$')
        ? text.split('$').slice(1)
        : [`${/^[12]\d\d$/.test(tag) ? 'p' : 'a'}${text.replace('¬Die¬', '&lt;&lt;Die&gt;&gt;')}`]
      return `<datafield tag="${tag}" ind1="${ind === ' ' ? '-' : ind}" ind2="${level}">${subfields
        .map((sub) => `<subfield code="${tag === '200' ? 'k' : sub[0]}">${sub.slice(1)}</subfield>`)
        .join('')}</datafield>`
    })
    .join('')}${more}</record>`

const files: [carrier: string, text: string][] = [
  ['mab2-band', band + band],
  ['mab2-diskette', diskette + diskette],
  ['mab2-xml', `<datei>${datensatz}${datensatz}</datei>`],
  [
    'marcxml',
    `<OAI-PMH><ListRecords><record><metadata>${aleph()}</metadata></record><record><metadata>${aleph()}</metadata></record></ListRecords></OAI-PMH>`,
  ],
]
const expected = mab2.describe(Buffer.from(band))

t.test('MAB2 as a cataloguer reads it', async (t) => {
  t.match(expected, {
    sourceId: 'HT00001',
    findings: [],
    description: {
      type: 'book',
      titles: [
        { value: 'Die Wurzeln', subtitle: 'eine Studie', nonfiling: 4, kind: 'original' },
        { value: 'Wurzeln der Sprache', kind: 'variant' },
      ],
      statement: 'Ada Müller',
      agents: [
        { names: [{ value: 'Müller, Ada' }], role: 'aut', main: true },
        { names: [{ value: 'Haile, Harry' }], role: 'edt', roleText: 'Hrsg.' },
        { names: [{ value: 'Rhein-Kreis' }], role: 'ctb', type: 'organisation' },
      ],
      languages: [{ code: 'ger' }, { code: 'fre' }],
      dates: [{ kind: 'issued', edtf: '1998', text: '1998' }],
      publication: [{ place: 'Heidelberg', publisher: 'Winter', date: '1998' }],
      edition: '2., verb. Aufl.',
      extent: '284 S. ; 24 cm',
      identifiers: [
        { scheme: 'isbn', value: '9783161484100' },
        { scheme: 'issn', value: '0001-3072' },
        { scheme: 'doi', value: '10.17169/langsci.b91.109' },
      ],
      controlNumbers: [{ agency: 'zdb', number: '590016-5' }],
      relations: [{ kind: 'series', title: 'Klassiker', number: '3' }],
      classes: [{ scheme: 'ddc', value: '914.3' }],
      subjects: [
        { value: 'Sprache', kind: 'keyword' },
        { value: 'Ursprung', kind: 'keyword' },
        { value: 'Sprachursprung', kind: 'topic', authority: { scheme: 'gnd', id: '4182540-8' } },
      ],
    },
  })
})

for (const [carrier, text] of files)
  t.test(`MAB2 in ${carrier} gives the same records`, async (t) => {
    const bytes = Buffer.from(text)
    const guess = guessFormat(bytes, '')
    t.same([guess?.format, guess?.carrier], ['mab2', carrier])
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 33) yield bytes.subarray(at, at + 33)
    }
    let count = 0
    if (guess)
      for await (const piece of carriers[guess.carrier].split(chunks(), { head: bytes })) {
        count++
        const { description } = piece.kind === 'record' ? mab2.describe(piece.bytes) : {}
        t.same({ ...description, provenance: {} }, { ...expected.description, provenance: {} })
      }
    t.equal(count, 2)
  })

t.test('band format that is no UTF-8 is in the set of MAB2, which follows ISO 5426', async (t) => {
  const bytes = Buffer.from(band.replace('Müller, Ada', 'M\xc9uller, Ada').replaceAll('¬', ''), 'latin1')
  t.match(mab2.describe(bytes).description?.agents[0], { names: [{ value: 'Müller, Ada' }] })
})

t.test('a volume without a title takes that of its set, one with a title names the set', async (t) => {
  const set =
    '<datafield tag="331" ind1="-" ind2="2"><subfield code="a">Das Gesamtwerk</subfield></datafield>'
  const number = '<datafield tag="089" ind1="-" ind2="1"><subfield code="a">Bd. 2</subfield></datafield>'
  const withTitle = mab2.describe(Buffer.from(aleph('1', set + number)))
  t.match(withTitle.description?.relations.at(-1), { kind: 'set', title: 'Das Gesamtwerk', number: 'Bd. 2' })
  const without = mab2.describe(
    Buffer.from(
      aleph('1', set + number).replace('tag="331" ind1="-" ind2="1"', 'tag="332" ind1="-" ind2="1"'),
    ),
  )
  t.match(without.description?.titles[0], { value: 'Das Gesamtwerk', part: { number: 'Bd. 2' } })
})

/** As the union list of serials delivers it, in the two ways that subfields and parts are written. */
const serial = (sub: string, part: string): string =>
  [
    `### ${leader}`,
    '001 590016-5',
    `085x${sub}aBeiheft`,
    '200 Naturverein <Ulm>',
    '202a2001-3',
    '331 Der Bote',
    '542aISSN 0001-3072',
    `545a${sub}aISSN 0001-3072 = Bote`,
    `527z1234567-X           Online-Ausg. --->${part}Bote ; digital`,
    '530z7654321-0           Der Rufer',
    `705 ${sub}a598.05${sub}c598${sub}eDDC22ger`,
    '902s  4046704-1           Ornithologie',
    '902g  4061279-3           Ulm',
    '902f 1|Zeitschrift',
    '',
  ].join('\r\n')

t.test('a serial of the union list: numbers, parts and subfields as diskettes have them', async (t) => {
  for (const text of [serial('$', '‡'), serial('‡', '‡'), serial('\x1f', '‡')]) {
    const { description } = mab2.describe(Buffer.from(text))
    t.same(description?.relations, [
      {
        kind: 'other-edition',
        title: 'Bote ; digital',
        identifiers: [{ scheme: 'record', value: '1234567-X', valid: true }],
      },
      {
        kind: 'related',
        title: 'Der Rufer',
        identifiers: [{ scheme: 'record', value: '7654321-0', valid: true }],
      },
    ])
    t.same(description?.subjects, [
      { value: 'Ornithologie', kind: 'topic', scheme: 'gnd', authority: { scheme: 'gnd', id: '4046704-1' } },
      { value: 'Ulm', kind: 'place', scheme: 'gnd', authority: { scheme: 'gnd', id: '4061279-3' } },
      { value: 'Zeitschrift', kind: 'genre', scheme: 'gnd' },
    ])
    t.match(description?.classes, [{ scheme: 'ddc', value: '598.05', edition: 'DDC22ger' }])
    t.match(description?.agents, [
      { names: [{ value: 'Naturverein <Ulm>' }], authority: { scheme: 'gnd', id: '2001-3' } },
    ])
    t.match(
      description?.notes?.filter(({ kind }) => kind === 'local'),
      [{ value: '085 $a Beiheft' }],
    )
  }
})

t.test('the parts of a content of MAB XML are those of a diskette', async (t) => {
  const xml = `<datensatz typ="h" status="n" mabVersion="M2.0"><feld nr="331" ind=" ">Der Bote</feld><feld nr="531" ind="z">1234567-X           Vorg. ---&gt;<tf/>Alter Bote</feld></datensatz>`
  t.match(mab2.describe(Buffer.from(xml)).description?.relations, [
    { kind: 'earlier', title: 'Alter Bote', identifiers: [{ value: '1234567-X' }] },
  ])
})

t.test('an article names its host, a deletion is one, an authority is one', async (t) => {
  const raw = (text: string, head = leader) =>
    mab2.describe(Buffer.from(`${head}${text.replaceAll('|', '\x1e')}\x1d`))
  t.match(raw('001 7|331 Ein Aufsatz|590 Blätter|595 1990|596 2, S. 18-35|599 HT9|').description, {
    type: 'article',
    relations: [
      { kind: 'host', title: 'Blätter', number: '1990, 2, S. 18-35', identifiers: [{ value: 'HT9' }] },
    ],
  })
  t.match(raw('001 7|', leader.replace('n', 'd')), { deleted: true, sourceId: '7' })
  t.match(raw('001 7|800 Accademia <Roma>|810 Accademia|', `${leader.slice(0, 23)}k`), {
    kind: 'authority',
    description: { titles: [{ value: 'Accademia <Roma>' }, { kind: 'variant' }] },
  })
})
