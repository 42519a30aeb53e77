import type { Work, WorkHolding } from '../../../gateway/contracts/index.js'

/** Works of a small consortium; one has a title that tries to be markup. */
const rows: [
  title: string,
  author: string,
  role: string,
  year: number,
  type: Work['description']['type'],
  language: string,
  subject: string,
][] = [
  ['红楼梦', '曹雪芹', '著', 1996, 'book', 'chi', '章回小说'],
  ['红楼梦魇', '张爱玲', '著', 2009, 'book', 'chi', '文学评论'],
  ['红楼梦学刊', '中国艺术研究院', '编', 1979, 'serial', 'chi', '文学评论'],
  ['三国演义', '罗贯中', '著', 1998, 'book', 'chi', '章回小说'],
  ['农业信息学', '曹卫星', '主编', 2005, 'book', 'chi', '农业科学'],
  ['A dream of red mansions', 'Cao, Xueqin', 'author', 1978, 'book', 'eng', 'Chinese fiction'],
  ['Computer networks', 'Tanenbaum, Andrew S.', 'author', 2011, 'book', 'eng', 'Computer networks'],
  [
    '<img src=x onerror="document.title=\'broken\'"><b>Markup</b> & entities',
    'O’Hara & Sons <script>',
    'author',
    2001,
    'book',
    'eng',
    'Markup',
  ],
]

const members: Pick<WorkHolding, 'member' | 'memberName' | 'memberNameZh' | 'memberStage'>[] = [
  {
    member: 'university',
    memberName: 'Linchuan University Library',
    memberNameZh: '临川大学图书馆',
    memberStage: 'active',
  },
  {
    member: 'public',
    memberName: 'Jiangcheng Public Library',
    memberNameZh: '江城公共图书馆',
    memberStage: 'active',
  },
  {
    member: 'press',
    memberName: 'Wenhui Academic Press',
    memberNameZh: '文汇学术出版社',
    memberStage: 'trial',
  },
]

export const memberViews = members.map(({ member, memberName, memberNameZh, memberStage }) => ({
  id: member,
  type: 'library',
  name: memberName,
  nameZh: memberNameZh,
  stage: memberStage,
}))

/** Another edition of the first work, of which the third library has the copy. */
const reprint: Work['versions'][number] = {
  id: 'v_1b',
  records: ['r_12'],
  type: 'book',
  languages: [],
  edition: '第3版',
  publication: [{ place: '北京', publisher: '人民文学出版社', date: '2008' }],
  dates: [{ kind: 'issued', edtf: '2008', text: '2008' }],
  identifiers: [],
}

const holdingsOf = (n: number, title: string): WorkHolding[] =>
  members.slice(0, n === 1 ? 3 : 1 + (n % 2)).map((member, index) => ({
    ...member,
    source: `${member.member}/main`,
    recordId: `r_${n}${index}`,
    sourceId: `${member.member}-${n}`,
    version: n === 1 && index === 2 ? 'v_1b' : `v_${n}`,
    holdings:
      member.member === 'press'
        ? []
        : [
            {
              organisation: { branch: '总馆', location: '三楼文学借阅区' },
              callNumber: { full: 'I242.4/232' },
              items: 3,
            },
            { organisation: { branch: '东区分馆' }, callNumber: { full: 'I242.4/232 C2' }, statement: '2册' },
          ],
    links:
      member.member === 'press'
        ? [
            {
              href: 'https://press.example/hlm',
              label: `${title} 电子版`,
              access: { kind: 'licensed', package: 'Complete', coverage: [{ from: '1996' }] },
            },
          ]
        : [],
  }))

const toWork = (
  [title, author, role, year, type, language, subject]: (typeof rows)[number],
  index: number,
): Work => {
  const n = index + 1
  const holdings = holdingsOf(n, title)
  const publication = [{ place: '北京', publisher: '人民文学出版社', date: `${year}.12` }]
  const identifiers = [{ scheme: 'isbn', value: `97870200022${String(n).padStart(2, '0')}`, valid: true }]
  const dates = [{ kind: 'issued' as const, edtf: String(year), text: String(year) }]
  return {
    id: `w_${n}`,
    version: 1,
    updatedAt: '2026-03-02T08:00:00.000Z',
    description: {
      type,
      titles: [
        { value: title, kind: 'original', language, ...(n === 2 ? { subtitle: '论稿' } : {}) },
        ...(n === 1
          ? [
              { value: '石头记', kind: 'variant' as const },
              { value: 'Hong lou meng', kind: 'pinyin' as const },
            ]
          : []),
      ],
      statement: `${author}${language === 'chi' ? role : ''}`,
      agents: [
        {
          names: [{ value: author, kind: 'original' }],
          type: 'person',
          role: 'aut',
          roleText: role,
          main: true,
        },
      ],
      languages: [{ code: language, role: 'text' }],
      dates,
      publication,
      edition: '第2版',
      extent: '2册 (1606页)',
      identifiers,
      subjects: [{ value: subject, kind: 'topic' }],
      classes: [{ scheme: 'clc', value: 'I242.4' }],
      relations: [{ kind: 'series', title: '中国古典文学读本丛书' }],
      abstracts:
        n === 1 ? [{ value: '以贾、史、王、薛四大家族的兴衰为背景，写贾宝玉、林黛玉与薛宝钗的故事。' }] : [],
      notes: [],
      links: [],
    },
    sources: {},
    successors: {},
    versions: [
      {
        id: `v_${n}`,
        records: holdings.map(({ recordId }) => recordId),
        type: type as 'book',
        languages: [],
        publication,
        dates,
        identifiers,
      },
      ...(n === 1 ? [reprint] : []),
    ],
    holdings,
    related:
      n === 1
        ? [
            { kind: 'has-part', work: 'w_2', title: '红楼梦 上册', volume: '1', year: '1996' },
            { kind: 'has-translation', work: 'w_3', title: 'The dream of the red chamber', language: 'eng' },
          ]
        : [],
  }
}

export const works: readonly Work[] = rows.map(toWork)
/** Enough to fill pages. */
export const manyWorks: readonly Work[] = Array.from({ length: 45 }, (_, index) =>
  toWork(
    [`地方志选编 第${index + 1}卷`, '省地方志办公室', '编', 1950 + index, 'book', 'chi', '方志'],
    100 + index,
  ),
)
