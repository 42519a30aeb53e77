import t from 'tap'
import { packDescription, readDescription } from './packed.js'
import type { Description } from './v1-draft.js'

const description: Description = {
  type: 'book',
  titles: [
    { value: '红楼梦', kind: 'original', script: 'Hans' },
    { value: 'hong lou meng', kind: 'pinyin', script: 'Latn' },
  ],
  agents: [
    {
      names: [{ value: '曹雪芹', script: 'Hans', kind: 'original' }],
      type: 'person',
      role: 'aut',
      roleText: '著',
    },
  ],
  languages: [{ code: 'chi', role: 'text' }],
  dates: [{ kind: 'issued', edtf: '1982', text: '1982' }],
  publication: [{ place: '北京', publisher: '人民文学出版社', date: '1982' }],
  identifiers: [{ scheme: 'isbn', value: '9787020002207', valid: true }],
  controlNumbers: [],
  subjects: [{ value: '章回小说', kind: 'keyword' }],
  classes: [{ scheme: 'clc', value: 'I242.4', edition: '5' }],
  relations: [],
  abstracts: [],
  notes: [{ kind: 'content', value: 'text' }],
  links: [],
  holdings: [],
  provenance: {},
  statement: '曹雪芹著',
}

t.test('a packed description is read as it was written, in half the room', async (t) => {
  const packed = packDescription(description)
  t.same(readDescription(packed), description)
  t.ok(packed.length < JSON.stringify(description).length / 2, packed)
})

t.test('a record that says control characters and quotes is not misread', async (t) => {
  const nasty: Description = {
    ...description,
    titles: [
      {
        value: `${Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).join('')}\u007f\u0085`,
        kind: 'original',
      },
      { value: '{"value":"","kind":"original","script":"Latn"}],"agents":[', kind: 'variant' },
    ],
  }
  t.same(readDescription(packDescription(nasty)), nasty)
})

t.test('what was stored before descriptions were packed is read as well', async (t) => {
  t.same(readDescription(JSON.stringify(description)), description)
})

t.test('what a code stands for never changes: it is how stored records are read', async (t) => {
  t.same(
    readDescription(
      '{"type":"book","titles":[\u0001a\u0003],"agents":[],"languages":[],"dates":[],\u0016x","number":"1"}]}',
    ),
    {
      type: 'book',
      titles: [{ value: 'a', kind: 'original', script: 'Latn' }],
      agents: [],
      languages: [],
      dates: [],
      controlNumbers: [{ agency: 'x', number: '1' }],
    },
  )
})
