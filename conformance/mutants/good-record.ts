const FIELD_END = '\x1e'
const RECORD_END = '\x1d'
const ENTRY_LENGTH = 12
const LEADER_LENGTH = 24

/** A field as it stands in the record, without its 0x1E: `['245', '10\x1faTitle']`. */
export type Field = readonly [tag: string, content: string]

export interface Parts {
  /** Leader as it is read; the length (00-04) and the base address (12-16) are computed. */
  leader: string
  fields: readonly Field[]
  /** Octets of the text. */
  encoding?: 'utf8' | 'latin1'
}

/** A record of MARC 21 that keeps every rule, in Chinese so that characters and octets differ. */
export const goodRecord: Parts = {
  leader: '00000cam a2200000 i 4500',
  fields: [
    ['001', 'shulian-000001'],
    ['005', '20240301080000.0'],
    ['008', '240301s2019    cc            000 0 chi d'],
    ['100', '1 \x1fa曹雪芹'],
    ['245', '10\x1fa红楼梦 /\x1fc曹雪芹著.'],
    ['500', '  \x1faA note on the edition.'],
    ['650', ' 0\x1faChinese fiction'],
  ],
}

/** ISO 2709 §4: leader, directory, fields, each part with its separator. */
export const buildRecord = ({ leader, fields, encoding = 'utf8' }: Parts): Buffer => {
  const data = fields.map(([, content]) => Buffer.from(content + FIELD_END, encoding))
  const base = LEADER_LENGTH + fields.length * ENTRY_LENGTH + 1
  const total = base + data.reduce((sum, { length }) => sum + length, 0) + 1
  let start = 0
  const directory = fields.map(([tag], at) => {
    const { length } = data[at] as Buffer
    const entry = `${tag}${digits(length, 4)}${digits(start, 5)}`
    start += length
    return entry
  })
  const head = digits(total, 5) + leader.slice(5, 12) + digits(base, 5) + leader.slice(17)
  return Buffer.concat([
    Buffer.from(head + directory.join('') + FIELD_END, 'latin1'),
    ...data,
    Buffer.from(RECORD_END),
  ])
}

export const digits = (value: number, count: number): string => String(value).padStart(count, '0')

/** Where the entry of a field begins. */
export const entryAt = (bytes: Buffer, tag: string): number => {
  for (let at = LEADER_LENGTH; bytes[at] !== 0x1e; at += ENTRY_LENGTH)
    if (bytes.toString('latin1', at, at + 3) === tag) return at
  throw new Error(`There is no field ${tag}.`)
}
