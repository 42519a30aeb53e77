import t from 'tap'
import { carriers } from '../formats/carriers.js'
import { guessFormat } from '../formats/detect.js'
import { pica } from './pica.js'

/** A field a line, in PICA Plain. */
const book = `001A $00206:06-09-18
002@ $0Aau
003@ $0103040022X
003O $aOCoLC$01077679303
004A $0978-3-16-148410-0$fhbk. (EUR 19.99)
006Z $02868651-2
010@ $aeng$cger
011@ $a2019$n[2019]
021A $aThe @price of $$5$dan inquiry$hby Ada Müller
028A $dAda$aMüller$4aut
028C $9698510445$8Akbar, Yusaf *1969-* ; ID: gnd/173600352$BHerausgeberIn
029F $aUniversity of X$bLibrary$4isb
032@ $a2nd edition
033A $pLondon$nRoutledge
034D $aix, 94 pages
034I $a24 cm
036E/00 $aA @Gower book$l7
039D $iErscheint auch als$CISBN$69783161484100
041A/00 $9106213040$8Novemberrevolution ; ID: gnd/4042707-9
044N $aMarketing$aBelgien
045F $e23$a658.4092
045Q/01 $9106414976$883.30 Wirtschaftsentwicklung
047I $aAn abstract.
017C $uhttps://x.example/full.pdf$3Volltext$4LF
101@ $a20
203@/01 $01802598642
209A/01 $fH:$aA18-5697$du
203@/02 $01802598643
231@/02 $d20$j2016$6
101@ $a26
203@/01 $01802598644
209A/01 $aK 7
`
const fields = book.trimEnd().split('\n')
const part = `002@ $0Afu
003@ $01
021B $lBd. 2$aDie zweite Hälfte
036C/00 $aEin @Werk in Teilen$l2
`
const normalised = `${fields
  .map((line) => `${line.replaceAll('$$', '\0').replaceAll('$', '\x1f').replaceAll('\0', '$')}\x1e`)
  .join('')}\n`
const xml = `<collection xmlns="info:srw/schema/5/picaXML-v1.0"><record>${fields
  .map((line) => {
    const [, tag, occurrence, rest] = /^(\S{4})(?:\/(\d+))? (.*)$/.exec(line) ?? []
    const subfields = (rest as string).split(/(?<!\$)\$(?!\$)/).slice(1)
    return `<datafield tag="${tag}"${occurrence ? ` occurrence="${occurrence}"` : ''}>${subfields
      .map((sub) => `<subfield code="${sub[0]}">${sub.slice(1).replaceAll('$$', '$')}</subfield>`)
      .join('')}</datafield>`
  })
  .join('')}</record></collection>`
const single = /<record>.*<\/record>/.exec(xml)?.[0] as string
const prefixed = single.replace(/<(\/?)/g, '<$1p:').replace(/ (tag|code|occurrence)=/g, ' p:$1=')
const ppxml = single
  .replace('<record>', '<record xmlns="http://www.oclcpica.org/xmlns/ppxml-1.0"><global status="">')
  .replace('</record>', '</global></record>')
  .replaceAll('datafield tag=', 'tag id=')
  .replaceAll('</datafield>', '</tag>')
  .replaceAll(' occurrence="0', ' occ="')
  .replaceAll('subfield code=', 'subf id=')
  .replaceAll('</subfield>', '</subf>')
const json = `${JSON.stringify(
  fields.map((line) => {
    const [, tag, occurrence, rest] = /^(\S{4})(?:\/(\d+))? (.*)$/.exec(line) ?? []
    const subfields = (rest as string).split(/(?<!\$)\$(?!\$)/).slice(1)
    return [
      tag,
      occurrence ?? '',
      ...subfields.flatMap((sub) => [sub[0], sub.slice(1).replaceAll('$$', '$')]),
    ]
  }),
)}\n`
const files: [carrier: string, text: string][] = [
  ['pica-plain', `${book}\n${book}`],
  [
    'pica-plain',
    `SET: S2 TTL: 1\n\nEingabe: 0206\n${book.replaceAll('$$', '\0').replaceAll('$', 'ƒ').replaceAll('\0', '$')}\nSET: S2 TTL: 2\n\n${book.replaceAll('$$', '\0').replaceAll('$', 'ƒ').replaceAll('\0', '$')}`,
  ],
  ['pica-normalised', normalised + normalised],
  ['pica-binary', normalised.replace('\n', '\x1d').repeat(2)],
  [
    'pica-import',
    `\x1d\n${fields.map((line) => `\x1e${line.replaceAll('$$', '\0').replaceAll('$', '\x1f').replaceAll('\0', '$')}\n`).join('')}`.repeat(
      2,
    ),
  ],
  ['pica-xml', xml.replace('<record>', `${/<record>.*<\/record>/.exec(xml)?.[0]}<record>`)],
  ['pica-json', json + json],
  ['pica-json', `[${json.trim()},\n${json.trim()}]`],
  ['pica-json', `\ufeff${JSON.stringify(JSON.parse(json), null, 2).repeat(2)}`],
  ['pica-json', JSON.stringify([JSON.parse(json), JSON.parse(json)], null, 1)],
  [
    'pica-xml',
    `<p:collection xmlns:p="info:srw/schema/5/picaXML-v1.0">${prefixed}${prefixed}</p:collection>`,
  ],
  ['pica-ppxml', `<collection>${ppxml}${ppxml}</collection>`],
]

async function recordsOf(text: string, size = 100): Promise<Uint8Array[]> {
  const bytes = Buffer.from(text)
  const guess = guessFormat(bytes, '')
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const records: Uint8Array[] = []
  if (guess)
    for await (const piece of carriers[guess.carrier].split(chunks(), { head: bytes }))
      if (piece.kind === 'record') records.push(piece.bytes)
  return records
}

const described = pica.describe(Buffer.from(book))

t.test('titles, agents, numbers and dates of PICA+ as a cataloguer reads them', async (t) => {
  t.match(described, {
    sourceId: '103040022X',
    deleted: false,
    findings: [],
    description: {
      type: 'book',
      titles: [{ value: 'The price of $5', subtitle: 'an inquiry', nonfiling: 4, kind: 'original' }],
      statement: 'by Ada Müller',
      agents: [
        { names: [{ value: 'Müller, Ada' }], role: 'aut', main: true, type: 'person' },
        {
          names: [{ value: 'Akbar, Yusaf' }],
          role: 'edt',
          roleText: 'HerausgeberIn',
          dates: '1969-',
          authority: { scheme: 'gnd', id: '173600352' },
        },
        { names: [{ value: 'University of X, Library' }], role: 'isb', type: 'organisation' },
      ],
      languages: [
        { code: 'eng', role: 'text' },
        { code: 'ger', role: 'original' },
      ],
      dates: [{ kind: 'issued', edtf: '2019', text: '[2019]' }],
      publication: [{ place: 'London', publisher: 'Routledge', date: '[2019]' }],
      edition: '2nd edition',
      extent: 'ix, 94 pages ; 24 cm',
      identifiers: [{ scheme: 'isbn', value: '9783161484100', qualifier: 'hbk', price: 'EUR 19.99' }],
      controlNumbers: [
        { agency: 'ppn', number: '103040022X' },
        { agency: 'oclc', number: '1077679303' },
        { agency: 'zdb', number: '2868651-2' },
      ],
    },
  })
})

t.test('subjects, classes, series, links and other editions', async (t) => {
  t.match(described.description, {
    subjects: [
      {
        value: 'Novemberrevolution',
        kind: 'topic',
        scheme: 'gnd',
        authority: { scheme: 'gnd', id: '4042707-9' },
      },
      { value: 'Marketing', kind: 'keyword' },
      { value: 'Belgien', kind: 'keyword' },
    ],
    classes: [
      { scheme: 'ddc', value: '658.4092', edition: '23' },
      { scheme: 'bk', value: '83.30' },
    ],
    relations: [
      { kind: 'series', title: 'A Gower book', number: '7' },
      { kind: 'other-edition', identifiers: [{ scheme: 'isbn', value: '9783161484100' }] },
    ],
    abstracts: [{ value: 'An abstract.' }],
    links: [{ href: 'https://x.example/full.pdf', label: 'Volltext', access: { kind: 'open' } }],
  })
})

t.test('each library and each copy of levels 1 and 2 is a holding', async (t) => {
  t.same(described.description?.holdings, [
    { id: '1802598642', organisation: { branch: '20', location: 'H:' }, callNumber: { full: 'A18-5697' } },
    { id: '1802598643', organisation: { branch: '20' }, statement: '20 (2016)-' },
    { id: '1802598644', organisation: { branch: '26' }, callNumber: { full: 'K 7' } },
  ])
})

t.test('a volume is named by its set; a set is a relation of a volume with a title', async (t) => {
  t.match(pica.describe(Buffer.from(part)).description?.titles, [
    { value: 'Ein Werk in Teilen', nonfiling: 4, part: { number: 'Bd. 2', name: 'Die zweite Hälfte' } },
  ])
  const titled = pica.describe(Buffer.from(part.replace('021B $lBd. 2', '021A ')))
  t.match(titled.description, {
    titles: [{ value: 'Die zweite Hälfte' }],
    relations: [{ kind: 'set', title: 'Ein Werk in Teilen', number: '2' }],
  })
})

t.test('an article says where in its host it stands; a serial is still going', async (t) => {
  const article =
    '002@ $0Asu\n003@ $02\n021A $aOn x\n031A $d27$e3$j2018$h595-618\n039B $iIn$9170829790$8Industrial change. - Oxford, 1992- ; ZDB-ID: 1112650-4\n'
  t.match(pica.describe(Buffer.from(article)).description, {
    type: 'article',
    relations: [
      {
        kind: 'host',
        title: 'Industrial change',
        number: '27, 3, (2018), S. 595-618',
        identifiers: [
          { scheme: 'zdb', value: '1112650-4' },
          { scheme: 'ppn', value: '170829790' },
        ],
      },
    ],
  })
  const serial = '002@ $0Abv\n003@ $03\n005A $00001-3072\n011@ $a1978\n021A $aStudies\n'
  t.match(pica.describe(Buffer.from(serial)).description, { type: 'serial', dates: [{ edtf: '1978/..' }] })
})

t.test('an authority is one, its heading standing as its title', async (t) => {
  const authority = pica.describe(
    Buffer.from('002@ $0Tp1\n003@ $04\n028A $dIbrahim$aAbrahamov\n028@ $aAbrahamow\n'),
  )
  t.match(authority, {
    kind: 'authority',
    description: { titles: [{ value: 'Abrahamov, Ibrahim', kind: 'original' }, { kind: 'variant' }] },
  })
})

for (const [carrier, text] of files)
  t.test(`${carrier} gives the same records`, async (t) => {
    t.same(
      [guessFormat(Buffer.from(text), '')?.format, guessFormat(Buffer.from(text), '')?.carrier],
      ['pica', carrier],
    )
    for (const size of [1, 64, 99_999]) {
      const records = await recordsOf(text, size)
      t.equal(records.length, 2, `${size}`)
      for (const record of records) t.same(pica.describe(record).description, described.description)
    }
  })

t.test('what is damaged between records of PICA JSON is set aside, and the next one read', async (t) => {
  const bytes = Buffer.from(`${json}[["003@","","0","7"],["021A",\n${json}hello\n${json}[["003@","`)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
  }
  const told: string[] = []
  for await (const piece of carriers['pica-json'].split(chunks(), { head: bytes })) {
    if (piece.kind !== 'record' && piece.kind !== 'broken') continue
    told.push(piece.kind === 'record' ? 'record' : `${piece.bytes}`.trim())
    t.same(bytes.subarray(piece.offset, piece.end), piece.bytes)
  }
  t.same(told, ['record', '[["003@","","0","7"],["021A",', 'record', 'hello', 'record', '[["003@","'])
})

t.test('what holds no field of PICA+ is set aside', async (t) => {
  for (const text of ['', 'hello', '[[', '<record/>'])
    t.throws(() => pica.describe(Buffer.from(text)), { finding: {} }, text)
})
