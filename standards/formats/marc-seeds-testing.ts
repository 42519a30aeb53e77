import type { Encoding } from './encoding/candidates.js'
import { encodeText } from './encoding/encode-testing.js'
import { texts } from './encoding/texts-testing.js'
import type { MarcRecord } from './marc.js'
import { writeMarcxml } from './marcxml-write.js'
import type { Seed } from './mutations-testing.js'

const formatOf = (language: string): 'marc21' | 'cnmarc' => (language === 'simplified' ? 'cnmarc' : 'marc21')

/** With an embedded field of the one format and a linked one of the other: what crosswalks unpack breaks first. */
const shapes = {
  cnmarc: [
    ['001', '1'],
    ['010', '  \x1fa978-7-02-000220-7\x1fdCNY59.70'],
    ['100', '  \x1fa20260301d1985    em y0chiy50      ea'],
    ['200', '1 \x1fa', '\x1fA', '\x1ff'],
    ['210', '  \x1fa', '\x1fd1985.07'],
    ['461', ' 0\x1f12001 \x1fa'],
    ['606', '0 \x1fa', '\x1fy', '\x1fz'],
    ['701', ' 0\x1fa', '\x1ff1950-\x1f4'],
  ],
  marc21: [
    ['001', '1'],
    ['008', '260301s2026    cc            000 0 chi d'],
    ['020', '  \x1fa9787020002207 (pbk.) :\x1fc'],
    ['100', '1 \x1f6880-01\x1fa'],
    ['245', '10\x1fa', '\x1fb', '\x1fc'],
    ['264', ' 1\x1fa', '\x1fb', '\x1fc[1998?]'],
    ['650', ' 0\x1fa', '\x1fz'],
    ['880', '1 \x1f6100-01/$1\x1fa'],
  ],
} as const

/** Records of MARC 21 and CNMARC for fuzzers: one for each language and encoding, and the same as MARCXML. */
export const marcSeeds: Seed[] = Object.entries(texts).flatMap(([language, { encodings, texts }]) => [
  ...encodings.split(' ').flatMap((encoding) => iso2709Seed(language, encoding as Encoding, texts)),
  marcxmlSeed(language, texts),
])

function iso2709Seed(language: string, encoding: Encoding, titles: string[]): Seed[] {
  const words = titles.flatMap((title) => encodeText(title, encoding) ?? [])
  if (words.length === 0) return []
  const format = formatOf(language)
  let next = 0
  const fields = shapes[format].map(([tag, ...parts]) => {
    const octets = parts.flatMap((part) => [
      Buffer.from(part, 'latin1'),
      words[next++ % words.length] as Buffer,
    ])
    return { tag, octets: Buffer.concat(tag < '010' ? octets.slice(0, 1) : octets) }
  })
  const record = iso2709Of(fields, encoding === 'utf-8' ? 'a' : ' ')
  return [
    {
      name: `${language} in ${encoding}`,
      format,
      carrier: 'iso2709',
      bytes: Buffer.concat([record, record]),
    },
  ]
}

function iso2709Of(fields: { tag: string; octets: Buffer }[], scheme: string): Buffer {
  const number = (value: number, width: number) => String(value).padStart(width, '0')
  let start = 0
  let directory = ''
  for (const { tag, octets } of fields) {
    directory += tag + number(octets.length + 1, 4) + number(start, 5)
    start += octets.length + 1
  }
  const base = 24 + directory.length + 1
  const leader = `${number(base + start + 1, 5)}nam ${scheme}22${number(base, 5)}   4500`
  const ended = fields.flatMap(({ octets }) => [octets, Buffer.of(0x1e)])
  return Buffer.concat([Buffer.from(`${leader}${directory}\x1e`), ...ended, Buffer.of(0x1d)])
}

function marcxmlSeed(language: string, titles: string[]): Seed {
  const format = formatOf(language)
  const record: MarcRecord = {
    leader: '00000nam a2200000   4500',
    fields: [
      { tag: '001', value: '1' },
      ...titles.slice(0, 6).map((title) => ({
        tag: format === 'cnmarc' ? '200' : '245',
        ind1: '1',
        ind2: '0',
        subfields: [{ code: 'a', value: title }],
      })),
    ],
  }
  const bytes = Buffer.from(`<collection>${writeMarcxml(record).repeat(2)}</collection>`)
  return { name: `${language} as MARCXML`, format, carrier: 'marcxml', bytes }
}
