import t from 'tap'
import { Compile } from 'typebox/compile'
import { Description } from '../record/v1-draft.js'
import { RecordUnreadable } from './crosswalk.js'
import { dublinCoreTable } from './dublin-core/elements.js'
import { dublinCore } from './dublin-core.js'

const form = Compile(Description)
const open =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'

function describe(inner: string, start = open, end = '</oai_dc:dc>') {
  const described = dublinCore.describe(Buffer.from(start + inner + end))
  if (!described.description) throw new Error('no description')
  if (described.description.titles.length) t.ok(form.Check(described.description), 'of the canonical form')
  return { ...described, description: described.description }
}

t.test('the fifteen elements', async (t) => {
  const { sourceId, description } = describe(`
    <dc:title>农村合作医疗研究</dc:title><dc:title>Rural cooperative medicine</dc:title>
    <dc:creator>张三; 李四</dc:creator><dc:creator>Habrard, Amaury</dc:creator><dc:contributor>北京大学图书馆</dc:contributor>
    <dc:subject>医疗; 农村</dc:subject><dc:subject>R197.1</dc:subject><dc:description xml:lang="zh">摘要 &amp; 更多</dc:description>
    <dc:publisher>科学出版社</dc:publisher><dc:date>2015-07-10</dc:date><dc:date>2016-01-02T10:00:00Z</dc:date>
    <dc:type>Text</dc:type><dc:type>Doctoral thesis</dc:type><dc:format>application/pdf</dc:format><dc:format>120 p.</dc:format>
    <dc:identifier>https://example.org/1</dc:identifier><dc:identifier>doi:10.1000/ABC</dc:identifier><dc:identifier>ISBN 978-7-101-10528-5</dc:identifier>
    <dc:language>zh-CN</dc:language><dc:relation>https://example.org/2</dc:relation><dc:coverage>河北</dc:coverage>
    <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights><dc:rights>CC BY</dc:rights><dc:source>馆藏</dc:source>`)
  t.equal(sourceId, undefined, 'the OAI identifier comes with the change')
  t.equal(description.type, 'thesis', 'the most telling type')
  t.same(
    description.titles.map(({ value, kind }) => [value, kind]),
    [
      ['农村合作医疗研究', 'original'],
      ['Rural cooperative medicine', 'parallel'],
    ],
  )
  t.same(
    description.agents.map(({ names, type, role, main }) => [names[0]?.value, type, role, main]),
    [
      ['张三', 'person', 'aut', true],
      ['李四', 'person', 'aut', false],
      ['Habrard, Amaury', 'person', 'aut', false],
      ['北京大学图书馆', 'organisation', 'ctb', false],
    ],
  )
  t.same(
    description.subjects.map(({ value, kind }) => `${kind} ${value}`),
    ['keyword 医疗', 'keyword 农村', 'place 河北'],
  )
  t.same(description.classes, [{ scheme: 'clc', value: 'R197.1' }])
  t.same(description.abstracts, [{ value: '摘要 & 更多', language: 'chi' }])
  t.same(
    description.dates.map(({ kind, edtf }) => `${kind} ${edtf}`),
    ['issued 2015-07-10', 'modified 2016-01-02'],
  )
  t.same(
    description.identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
    ['doi 10.1000/abc', 'isbn 9787101105285'],
  )
  t.same(description.links, [{ href: 'https://example.org/1' }])
  t.same(description.languages, [{ code: 'chi', role: 'text' }])
  t.same(description.licence, { text: 'CC BY', uri: 'https://creativecommons.org/licenses/by/4.0/' })
  t.equal(description.extent, '120 p.')
})

t.test('a wrong namespace, or none, is read by its names', async (t) => {
  t.equal(
    describe('<title>X</title>', '<dc xmlns="http://example.org/wrong">', '</dc>').description.titles[0]
      ?.value,
    'X',
  )
  t.equal(describe('<dc:title>X</dc:title>', '<dc:dc>', '</dc:dc>').description.titles[0]?.value, 'X')
})

t.test('a language that nobody knows is a finding', async (t) => {
  t.match(describe('<dc:title>X</dc:title><dc:language>Klingonish</dc:language>').findings, [
    { code: 'LANGUAGE_UNKNOWN', got: 'Klingonish' },
  ])
})

t.test('entities are not expanded', async (t) => {
  const bytes = Buffer.from(`<!DOCTYPE dc [<!ENTITY x "boom">]>${open}<dc:title>&x;</dc:title></oai_dc:dc>`)
  t.throws(() => dublinCore.describe(bytes), RecordUnreadable)
})

t.test('nothing of Dublin Core inside is unreadable, and says so', async (t) => {
  t.throws(() => dublinCore.describe(Buffer.from(`${open}</oai_dc:dc>`)), { code: 'DC_EMPTY' })
  t.throws(() => dublinCore.describe(Buffer.from('<a><b></a>')), { code: 'XML_NOT_WELL_FORMED' })
})

t.test('a record without a title is described: the rules decide', async (t) => {
  t.same(describe('<dc:creator>X</dc:creator>').description.titles, [])
})

t.test(
  'things beside the described one have titles of their own, unless an element holds them',
  async (t) => {
    const edm = `<RDF><ProvidedCHO rdf:about="#1"><title>The thing</title><creator><Agent><name>Jefferson, Thomas</name></Agent></creator>
    <isShownAt>https://example.org/1</isShownAt></ProvidedCHO>
    <WebResource><title>The picture</title><rights>none</rights></WebResource><Agent><title>Somebody</title></Agent></RDF>`
    const { description } = dublinCore.describe(Buffer.from(edm))
    t.same(
      description?.titles.map(({ value }) => value),
      ['The thing'],
    )
    t.match(description, {
      agents: [{ names: [{ value: 'Jefferson, Thomas' }] }],
      links: [{ href: 'https://example.org/1' }],
    })
    t.equal(description?.licence, undefined)
  },
)

t.test(
  'an element that the table names with a place changes the answer, and one passed over does not',
  async (t) => {
    const answer = (name: string, value: string): string =>
      JSON.stringify(
        dublinCore.describe(Buffer.from(`<dc><title>T</title><${name}>${value}</${name}></dc>`)).description,
      )
    for (const { field, place } of dublinCoreTable.rows.filter(({ field }) => !field.endsWith('/*'))) {
      const value = {
        type: 'Map',
        date: '1998',
        issued: '1998',
        language: 'ger',
        isShownAt: 'https://example.org/1',
      }[field]
      t.equal(answer(field, value ?? 'words') !== answer('title', 'T'), place !== '-', field)
    }
  },
)

t.test(
  'of a description in RDF what stands in an element is no record, and its title is not the title',
  async (t) => {
    const { sourceId, description } = describe(
      `<dcterms:title>海の鳥</dcterms:title>
    <dcterms:subject><rdf:Description rdf:about="http://example.org/auth/7"><rdf:value>鳥類</rdf:value></rdf:Description></dcterms:subject>
    <dcterms:tableOfContents><rdf:Description><dcterms:title>1 ウミネコ</dcterms:title></rdf:Description></dcterms:tableOfContents>
    <dcterms:isPartOf><rdf:Description rdf:about="http://example.org/bib/9"><dcterms:title>野鳥叢書</dcterms:title></rdf:Description></dcterms:isPartOf>`,
      '<rdf:RDF><dcndl:BibResource rdf:about="http://example.org/bib/1">',
      '</dcndl:BibResource></rdf:RDF>',
    )
    t.equal(sourceId, 'http://example.org/bib/1')
    t.match(description.titles, [{ value: '海の鳥' }])
    t.equal(description.titles.length, 1)
    t.match(description.subjects, [{ value: '鳥類' }])
    t.match(description.notes, [{ kind: 'contents', value: '1 ウミネコ' }])
    t.match(description.relations, [{ kind: 'host', title: '野鳥叢書' }])
  },
)

t.test('a statement behind the stroke of ISBD is no part of the title', async (t) => {
  const of = (title: string, creator = '') =>
    describe(`<dc:title>${title}</dc:title>${creator && `<dc:creator>${creator}</dc:creator>`}`).description
  for (const [title, creator, value, statement] of [
    ['红楼梦 / （清）曹雪芹著', '', '红楼梦', '（清）曹雪芹著'],
    ['Les misérables / par Victor Hugo', 'Hugo, Victor (1802-1885)', 'Les misérables', 'par Victor Hugo'],
    ['Annual report / Rapport annuel', 'Statistics Canada', 'Annual report / Rapport annuel', undefined],
    ['Either/or', 'Kierkegaard, Søren', 'Either/or', undefined],
  ] as const) {
    const { titles, statement: found } = of(title, creator)
    t.equal(titles[0]?.value, value)
    t.equal(found, statement)
  }
  t.same(of('红楼梦 / （清）曹雪芹著').provenance.statement, ['dc:title'])
})

t.test('text that was escaped twice is read as what it says, once', async (t) => {
  const { description } = describe(
    '<dc:title>A &amp;amp; B &amp;lt; C: caf&amp;#233; &amp;#x6587; &amp;amp;amp; &amp;#0; AT&amp;T</dc:title>',
  )
  t.equal(description.titles[0]?.value, 'A & B < C: café 文 &amp; &#0; AT&T')
})
