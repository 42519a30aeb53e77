import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { describeCnmarc } from './cnmarc.js'
import { marcRecord } from './field-table-testing.js'
import { describeMarc21 } from './marc21.js'

/** One row of the map: what a datum looks like in either format, and where it goes. */
interface Mapped {
  datum: string
  cnmarc: string[]
  marc21: string[]
  /** What both give, and what each gives beside. */
  both: object
  ofCnmarc?: object
  ofMarc21?: object
}

const main = (value: string, more: object = {}) => ({ names: [{ value }], main: true, ...more })

const map: Mapped[] = [
  {
    datum: 'numbers that agencies share, beside the system’s own',
    cnmarc: ['035   $a(A100000NLC)001234567', '099   $aCAL 012000123456', '001 own'],
    marc21: ['035   $a(OCoLC)ocm00012345', '035   $a9912345', '001 own'],
    both: {},
    ofCnmarc: {
      controlNumbers: [
        { agency: 'nlc', number: '001234567' },
        { agency: 'calis', number: '012000123456' },
      ],
    },
    ofMarc21: { controlNumbers: [{ agency: 'oclc', number: '12345' }] },
  },
  {
    datum: 'ISBN with its price and qualifier',
    cnmarc: ['010   $a978-7-101-10528-5$b精装$dCNY28.00'],
    marc21: ['020   $a9787101105285 (hbk.) :$cUSD 28.00'],
    both: { identifiers: [{ scheme: 'isbn', value: '9787101105285', valid: true }] },
    ofCnmarc: { identifiers: [{ qualifier: '精装', price: 'CNY28.00' }] },
    ofMarc21: { identifiers: [{ qualifier: 'hbk.', price: 'USD 28.00' }] },
  },
  {
    datum: 'ISSN',
    cnmarc: ['011   $a0001-3072'],
    marc21: ['022   $a0001-3072'],
    both: { identifiers: [{ scheme: 'issn', value: '0001-3072', valid: true }] },
  },
  {
    datum: 'language of a translation and of its original',
    cnmarc: ['101 1 $achi$ceng'],
    marc21: ['041 1 $achi$heng'],
    both: {
      languages: [
        { code: 'chi', role: 'text' },
        { code: 'eng', role: 'original' },
      ],
    },
  },
  {
    datum: 'title, statement, part',
    cnmarc: ['200 1 $a红楼梦$e校注本$f曹雪芹著$h上册$i金陵'],
    marc21: ['245 10$a红楼梦 :$b校注本.$n上册,$p金陵 /$c曹雪芹著'],
    both: {
      titles: [
        { value: '红楼梦', subtitle: '校注本', kind: 'original', part: { number: '上册', name: '金陵' } },
      ],
      statement: '曹雪芹著',
      agents: [],
    },
  },
  {
    datum: 'edition, publisher, date, extent',
    cnmarc: ['205   $a第2版', '210   $a北京$c中华书局$d1985.07', '215   $a320页$c图$d20cm'],
    marc21: ['250   $a第2版.', '260   $a北京 :$b中华书局,$c1985.07.', '300   $a320页 :$b图 ;$c20cm'],
    both: {
      edition: '第2版',
      publication: [{ place: '北京', publisher: '中华书局', date: '1985.07' }],
      dates: [{ kind: 'issued', text: '1985.07', edtf: '1985-07' }],
    },
  },
  {
    datum: 'series with its number',
    cnmarc: ['225 2 $a古典文学丛书$v3', '410  0$12001 $a古典文学丛书$v3'],
    marc21: ['490 1 $a古典文学丛书 ;$v3', '830  0$a古典文学丛书 ;$v3'],
    both: { relations: [{ kind: 'series', title: '古典文学丛书', number: '3' }] },
  },
  {
    datum: 'the host of an article',
    cnmarc: ['461  0$12001 $a历史研究$v1998,3'],
    marc21: ['773 0 $t历史研究.$g1998,3'],
    both: {},
    ofCnmarc: { relations: [{ kind: 'set', title: '历史研究', number: '1998,3' }] },
    ofMarc21: { relations: [{ kind: 'host', title: '历史研究', number: '1998,3' }] },
  },
  {
    datum: 'abstract',
    cnmarc: ['330   $a本书讲述'],
    marc21: ['520   $a本书讲述'],
    both: { abstracts: [{ value: '本书讲述' }] },
  },
  {
    datum: 'other titles',
    cnmarc: ['200 1 $a红楼梦', '517 1 $a石头记', '510 1 $aDream of the red chamber$zeng'],
    marc21: ['245 10$a红楼梦', '246 3 $a石头记', '246 31$aDream of the red chamber'],
    both: {
      titles: [
        { value: '红楼梦', kind: 'original' },
        { value: '石头记', kind: 'variant' },
        { value: 'Dream of the red chamber', kind: 'parallel' },
      ],
    },
  },
  {
    datum: 'a subject by place and period: CNMARC has $y and $z the other way round',
    cnmarc: ['606 0 $a文学史$y中国$z清代'],
    marc21: ['650  0$a文学史$z中国$y清代'],
    both: {
      subjects: [
        {
          value: '文学史 -- 中国 -- 清代',
          parts: [
            { kind: 'place', value: '中国' },
            { kind: 'period', value: '清代' },
          ],
        },
      ],
    },
  },
  {
    datum: 'words of no vocabulary',
    cnmarc: ['610 0 $a小说；古典'],
    marc21: ['653   $a小说$a古典'],
    both: {
      subjects: [
        { value: '小说', kind: 'keyword' },
        { value: '古典', kind: 'keyword' },
      ],
    },
  },
  {
    datum: '中图法, with its edition',
    cnmarc: ['690   $aI242.4$v5'],
    marc21: ['084   $aI242.4$2clc'],
    both: { classes: [{ scheme: 'clc', value: 'I242.4' }] },
    ofCnmarc: { classes: [{ edition: '5' }] },
  },
  {
    datum: 'names and roles',
    cnmarc: ['701  0$a曹雪芹$4著', '702  0$a高鹗$4整理'],
    marc21: ['100 0 $a曹雪芹,$e著', '700 0 $a高鹗,$4edt'],
    both: {
      agents: [main('曹雪芹', { role: 'aut' }), { names: [{ value: '高鹗' }], role: 'edt', main: false }],
    },
  },
  {
    datum: 'a body as a name',
    cnmarc: ['711 02$a中华书局$4编'],
    marc21: ['110 2 $a中华书局,$eeditor.'],
    both: { agents: [main('中华书局', { type: 'organisation', role: 'edt' })] },
  },
  {
    datum: 'pinyin beside the original',
    cnmarc: ['200 1 $a红楼梦$Ahong lou meng', '701  0$a曹雪芹$Acao xue qin'],
    marc21: [
      '100 0 $6880-01$aCao, Xueqin',
      '245 10$6880-02$aHong lou meng',
      '880 0 $6100-01/$1$a曹雪芹',
      '880 10$6245-02/$1$a红楼梦',
    ],
    both: {
      titles: [{ value: '红楼梦', kind: 'original' }, { kind: 'pinyin' }],
      agents: [{ names: [{ value: '曹雪芹', kind: 'original' }, { kind: 'pinyin' }] }],
    },
  },
  {
    datum: 'address, source of the record',
    cnmarc: ['856 40$uhttps://example.org/1', '801  0$aCN$bNLC$c20200101'],
    marc21: ['856 40$uhttps://example.org/1', '040   $aCN NLC 20200101'],
    both: {
      links: [{ href: 'https://example.org/1' }],
      notes: [{ kind: 'cataloguing-source', value: 'CN NLC 20200101' }],
    },
  },
  {
    datum: 'holdings',
    cnmarc: ['905   $aWULIB$dI242.4$e12'],
    marc21: ['852   $aWULIB$hI242.4$i12'],
    both: { holdings: [{ organisation: { branch: 'WULIB' }, callNumber: { class: 'I242.4', item: '12' } }] },
  },
  {
    datum: 'a link by the number of its record',
    cnmarc: ['410  0$1001 000123$12001 $a丛书'],
    marc21: ['830  0$a丛书$w(DE-600)123-4'],
    both: { relations: [{ kind: 'series', title: '丛书' }] },
    ofCnmarc: { relations: [{ identifiers: [{ value: '000123' }] }] },
    ofMarc21: { relations: [{ identifiers: [{ value: '123-4' }] }] },
  },
]

const leaders = { cnmarc: '00000nam0 2200000   450 ', marc21: '00000nam a2200000 a 4500' }
const withTitle = (lines: string[]): string[] =>
  lines.some((line) => /^(?:200|245) /.test(line)) ? lines : ['200 1 $a题名', '245 00$a题名', ...lines]

for (const { datum, cnmarc, marc21, both, ofCnmarc, ofMarc21 } of map)
  t.test(`${datum}: the same from CNMARC and from MARC 21`, async (t) => {
    const found: [string, Description | undefined, object | undefined][] = [
      [
        'CNMARC',
        describeCnmarc(
          marcRecord(
            leaders.cnmarc,
            withTitle(cnmarc).filter((line) => !line.startsWith('245')),
          ),
        ).description,
        ofCnmarc,
      ],
      [
        'MARC 21',
        describeMarc21(
          marcRecord(
            leaders.marc21,
            withTitle(marc21).filter((line) => !line.startsWith('200')),
          ),
        ).description,
        ofMarc21,
      ],
    ]
    for (const [format, description, own] of found) {
      t.match(description, both, format)
      if (own) t.match(description, own, `${format} beside`)
      for (const [name, expected] of Object.entries({ ...both, ...own }))
        if (Array.isArray(expected))
          t.equal(
            (description?.[name as keyof Description] as unknown[] | undefined)?.length,
            expected.length,
            `${format} ${name}`,
          )
    }
  })
