import t from 'tap'
import { Compile } from 'typebox/compile'
import { writeIso2709 } from '../formats/iso2709-write.js'
import type { MarcField, MarcRecord } from '../formats/marc.js'
import { Description } from '../record/v1-draft.js'
import { describeMarc21, marc21 } from './marc21.js'

const form = Compile(Description)

function field(line: string): MarcField {
  const tag = line.slice(0, 3)
  if (tag.startsWith('00')) return { tag, value: line.slice(4) }
  const parts = line.slice(6).split('$').slice(1)
  const subfields = parts.map((text) => ({ code: text[0] as string, value: text.slice(1) }))
  return { tag, ind1: line[4] ?? ' ', ind2: line[5] ?? ' ', subfields }
}

const record = (lines: string[], leader = '00000nam a2200000 a 4500'): MarcRecord => ({
  leader,
  fields: lines.map(field),
})

function describe(lines: string[], leader?: string) {
  const described = describeMarc21(record(lines, leader))
  if (!described.description) throw new Error('no description')
  if (described.description.titles.length && !form.Check(described.description))
    throw new Error(JSON.stringify([...form.Errors(described.description)][0]))
  return { ...described, description: described.description }
}

const book = '080212s2008    nyuab   sb    001 0 eng d'

t.test('a Western book, its ISBD punctuation taken away', async (t) => {
  const { sourceId, description } = describe([
    '001 ocm00123',
    '003 OCoLC',
    `008 ${book}`,
    '010   $a  2008006843',
    '020   $a0415960673 (hbk) :$c$45.00'.replace('$45', '＄45'),
    '035   $a(OCoLC)646755128',
    '050  4$aML1251.I53$bS76 2008',
    '082 04$a780.9598$222',
    '084   $aJ605.342$2clc',
    '100 1 $aSpiller, Henry,$d1960-$0(viaf)12345$eauthor.',
    '245 14$aThe focus :$bgamelan music of Indonesia /$cHenry Spiller.',
    '246 30$aGamelan music of Indonesia',
    '250   $a2nd ed.',
    '260   $aNew York :$bRoutledge,$c2008, c2007.',
    '300   $axviii, 302 p. :$bill. ;$c23 cm.',
    '490 1 $aFocus on world music ;$vv. 3',
    '520   $aA book.',
    '650  0$aMusic$zIndonesia$y20th century$vCongresses.',
    '830  0$aFocus on world music ;$vv. 3.',
    '856 40$uhttps://example.org/1$zClick',
    '852   $aDLC$bMusic$hML1251$iS76$p3001',
  ])
  t.equal(sourceId, 'ocm00123')
  t.same(description.titles, [
    {
      value: 'The focus',
      subtitle: 'gamelan music of Indonesia',
      nonfiling: 4,
      kind: 'original',
      script: 'Latn',
    },
    { value: 'Gamelan music of Indonesia', kind: 'variant', script: 'Latn' },
  ])
  t.equal(description.statement, 'Henry Spiller')
  t.match(description.agents, [
    {
      names: [{ value: 'Spiller, Henry' }],
      role: 'aut',
      roleText: 'author',
      dates: '1960-',
      authority: { scheme: 'viaf', id: '12345' },
    },
  ])
  t.same(
    description.dates.map(({ kind, edtf }) => [kind, edtf]),
    [
      ['issued', '2008'],
      ['copyright', '2007'],
    ],
  )
  t.match(description.publication, [{ place: 'New York', publisher: 'Routledge' }])
  t.match(description.subjects[0], {
    value: 'Music -- Indonesia -- 20th century -- Congresses',
    scheme: 'lcsh',
    parts: [{ kind: 'place', value: 'Indonesia' }, { kind: 'period' }, { kind: 'form', value: 'Congresses' }],
  })
  t.same(
    description.relations,
    [{ kind: 'series', title: 'Focus on world music', number: 'v. 3' }],
    'stated and traced once',
  )
  t.same(
    description.controlNumbers.map(({ agency, number }) => `${agency} ${number}`),
    ['oclc 123', 'lccn 2008006843', 'oclc 646755128'],
  )
  t.match(
    description.identifiers,
    [{ value: '9780415960670', qualifier: 'hbk', valid: true }],
    'ISBN-10 converted',
  )
  t.same(
    description.classes.map(({ scheme }) => scheme),
    ['lcc', 'ddc', 'clc'],
  )
  t.same(description.languages, [{ code: 'eng', role: 'text' }])
  t.match(description.holdings, [{ id: '3001', callNumber: { full: 'ML1251 S76' } }])
})

t.test('880 holds the original: it becomes the title, and the romanised one its pinyin', async (t) => {
  const { description } = describe([
    `008 ${book.replace('eng', 'chi')}`,
    '100 1 $6880-01$aCao, Xueqin.',
    '245 10$6880-02$aHong lou meng /$cCao Xueqin zhu.',
    '264  1$6880-03$aBeijing :$bRen min wen xue chu ban she,$c1982.',
    '880 1 $6100-01/$1$a曹雪芹.'.replace('/$1', '/(3'),
    '880 10$6245-02$a紅樓夢 /$c曹雪芹著.',
    '880  1$6264-03$a北京 :$b人民文学出版社,$c1982.',
    '880   $6520-00$a长篇小说',
  ])
  t.same(
    description.titles.map(({ value, kind, script }) => [value, kind, script]),
    [
      ['紅樓夢', 'original', 'Hant'],
      ['Hong lou meng', 'pinyin', 'Latn'],
    ],
  )
  t.same(
    description.agents[0]?.names.map(({ value, kind }) => [value, kind]),
    [
      ['曹雪芹', 'original'],
      ['Cao, Xueqin', 'pinyin'],
    ],
  )
  t.equal(description.publication[0]?.publisher, '人民文学出版社')
  t.equal(description.statement, '曹雪芹著')
  t.same(
    description.abstracts,
    [{ value: '长篇小说' }],
    'an 880 that no field points to counts as the field it stands for',
  )
  t.equal(description.dates.length, 1)
})

t.test('the romanised form of a Russian title is parallel, not pinyin', async (t) => {
  const { titles } = describe(['245 10$6880-01$aVoĭna i mir', '880 10$6245-01$aВойна и мир']).description
  t.same(
    titles.map(({ kind, script }) => [kind, script]),
    [
      ['original', 'Cyrl'],
      ['parallel', 'Latn'],
    ],
  )
})

t.test('the title proper stands first, even after 240', async (t) => {
  const { titles } = describe([
    '240 10$aHamlet',
    '245 10$aHamlet, prince of Denmark =$bHamlet, Prinz von Dänemark',
  ]).description
  t.same(
    titles.map(({ value, kind }) => [value, kind]),
    [
      ['Hamlet, prince of Denmark', 'original'],
      ['Hamlet', 'variant'],
      ['Hamlet, Prinz von Dänemark', 'parallel'],
    ],
  )
})

t.test('what kind of thing it is', async (t) => {
  const types: [leader: string, fixed: string, type: string][] = [
    ['00000nam a', book, 'book'],
    ['00000nas a', book, 'serial'],
    ['00000nab a', book, 'article'],
    ['00000nem a', book, 'map'],
    ['00000ngm a', book, 'video'],
    ['00000ncm a', book, 'score'],
    ['00000nam a', `${book.slice(0, 24)}m   ${book.slice(28)}`, 'thesis'],
    ['00000nmm a', `${book.slice(0, 26)}a${book.slice(27)}`, 'dataset'],
    ['00000nai a', `${book.slice(0, 21)}w${book.slice(22)}`, 'website'],
  ]
  for (const [leader, fixed, type] of types)
    t.equal(
      describe([`008 ${fixed}`, '245 00$aX'], leader.padEnd(24)).description.type,
      type,
      `${leader} is ${type}`,
    )
})

t.test('041 tells the original of a translation, packed codes too', async (t) => {
  const { languages } = describe([`008 ${book}`, '041 1 $aengfre$hger', '245 00$aX']).description
  t.same(
    languages.map(({ code, role }) => `${code} ${role}`),
    ['eng text', 'fre text', 'ger original'],
  )
})

t.test('dates of 008 where the imprint has none that can be read', async (t) => {
  const dates = (fixed: string) => describe([`008 ${fixed}`, '245 00$aX']).description.dates
  t.match(dates('080212c19549999nyuab   sb    001 0 eng d'), [{ edtf: '1954/..' }])
  t.match(dates('080212d19541960nyuab   sb    001 0 eng d'), [{ edtf: '1954/1960' }])
  t.match(dates('080212s199u    nyuab   sb    001 0 eng d'), [{ edtf: '199X' }])
  t.match(dates('080212r20051911nyuab   sb    001 0 eng d'), [
    { kind: 'original', edtf: '1911' },
    { kind: 'issued', edtf: '2005' },
  ])
  t.same(dates('||||||||'), [])
})

t.test('a work named inside another is a relation, its author no author of this one', async (t) => {
  const { agents, relations } = describe([
    '100 1 $aA, B.',
    '245 00$aX',
    '700 1 $aC, D.,$eeditor.',
    '700 1 $aE, F.$tOther work.',
    '773 0 $tJournal of X.$gVol. 12, no. 3 (2001), p. 5-9$x0001-3072',
    '780 00$tOld X.',
  ]).description
  t.same(
    agents.map(({ names, role, main }) => [names[0]?.value, role, main]),
    [
      ['A, B.', 'aut', true],
      ['C, D.', 'edt', false],
    ],
  )
  t.match(relations, [
    { kind: 'related', title: 'Other work' },
    { kind: 'host', number: 'Vol. 12, no. 3 (2001), p. 5-9' },
    { kind: 'earlier' },
  ])
})

t.test('a record of a classification scheme is refused by its kind, not for want of a title', async (t) => {
  const bytes = (lines: string[]) => writeIso2709(record(lines, '00000nw   2200000n  4500'), 'utf-8')
  t.throws(() => marc21.describe(bytes(['001 CF1', '153   $aHF1$jCommerce'])), {
    code: 'MARC_CLASSIFICATION',
  })
  t.match(marc21.describe(bytes(['001 1', '245 10$aWrongly coded'])).description, {
    titles: [{ value: 'Wrongly coded' }],
  })
})

t.test('a record of an authority has its heading as title; one of holdings has none', async (t) => {
  const authority = describe(
    ['001 n1', '100 1 $aLu, Xun,$d1881-1936', '400 0 $aZhou, Shuren'],
    '00000nz  a2200000n  4500',
  )
  t.equal(authority.kind, 'authority')
  t.same(
    authority.description.titles.map(({ kind }) => kind),
    ['original', 'variant'],
  )
  t.equal(describe(['852   $aDLC$bX'], '00000ny  a2200000n  4500').kind, 'holding')
})

t.test('leader/05 d deletes', async (t) => {
  t.same(describeMarc21(record(['001 7'], '00000dam a2200000 a 4500')), {
    deleted: true,
    findings: [],
    sourceId: '7',
  })
})

t.test('a record without a title is described all the same: the rules decide', async (t) => {
  t.same(describe(['260   $aX']).description.titles, [])
})

t.test('bytes of any carrier', async (t) => {
  const xml =
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">1</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">X /</subfield></datafield></record>'
  t.match(marc21.describe(Buffer.from(xml)), { sourceId: '1', description: { titles: [{ value: 'X' }] } })
})

t.test('a parallel title is announced by the mark before $b, wherever that stands', async (t) => {
  const titles = (line: string) => describe([line]).description.titles
  t.match(titles('245 03$aLe nid$h[film] =$bIl nido = Das Nest.'), [
    { value: 'Le nid', kind: 'original', nonfiling: 3 },
    { value: 'Il nido', kind: 'parallel' },
    { value: 'Das Nest', kind: 'parallel' },
  ])
  const report = titles('245 00$aAnnual report.$nPart II,$pOwls =$bRapport annuel.$nPartie II,$pHiboux.')
  t.match(report, [
    { value: 'Annual report', part: { number: 'Part II', name: 'Owls' } },
    { value: 'Rapport annuel', kind: 'parallel' },
  ])
  t.notOk(report[0]?.subtitle)
  t.match(titles('245 00$aOwls$h[film] :$ba study'), [{ value: 'Owls', subtitle: 'a study' }])
})

t.test('a Korean record: statements, Korean Decimal Classification', async (t) => {
  const { description } = describe(['056   $a813.7$26', '245 00$a올빼미$d김새 지음$e박숲 옮김'])
  t.equal(description.statement, '김새 지음 ; 박숲 옮김')
  t.match(description.classes, [{ scheme: 'kdc', value: '813.7', edition: '6' }])
  t.equal(describe(['245 00$aOwls /$cA. Bird$eB. Tree']).description.statement, 'A. Bird ; B. Tree')
})

t.test('a Czech record: numbers of headings, spans of classes, shelf marks, marks of Aleph', async (t) => {
  const { description } = describe([
    '080   $a598.2/.9(437)$2MRF',
    '100 1 $aSova, Jan,$d1941-$7jk01031434$4aut',
    '245 10$aSovy',
    '650 07$asovy$7ph116261$2czenas',
    '700 1 $aVrba, Eva$7(dpenmw)http://example.org/1',
    '765 0 $t<<Die >>Eulen',
    '910   $aABA001$b2-0966.152$r1991-2004$s25-38$px',
    '910   $aneco jineho$dx',
  ])
  t.match(description.classes, [{ scheme: 'udc', value: '598.2/.9(437)' }])
  t.same(
    description.agents.map(({ authority }) => authority),
    [{ scheme: 'local', id: 'jk01031434' }, undefined],
  )
  t.match(description.subjects, [{ value: 'sovy', authority: { scheme: 'local', id: 'ph116261' } }])
  t.match(description.relations, [{ kind: 'translation-of', title: 'Die Eulen' }])
  t.same(description.holdings, [
    { organisation: { branch: 'ABA001' }, callNumber: { full: '2-0966.152' }, statement: '1991-2004 25-38' },
  ])
  t.same(description.notes, [
    { kind: 'local', value: '910 $p x' },
    { kind: 'local', value: '910 $a neco jineho $d x' },
  ])
  t.match(describe(['082 04$a813/.54']).description.classes, [{ value: '813.54' }])
})
