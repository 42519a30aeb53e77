/**
 * What each piece of evidence is worth, and why: the one place where the comparison of two records is weighed. Raise
 * `rulesVersion` with every change: stored pairs are then compared anew.
 */
export const rulesVersion = '30'

/** Score from which a pair is one work, one version, or goes to a librarian. */
export const thresholds = { grey: 40, work: 55, version: 85 } as const

/** What a pair takes from the points of a rule, or adds to them, where one number does not fit all. */
export const adjustments = {
  /** A title by how many works bear it: 红楼梦, 高等数学. */
  title: { telling: 0, middling: -7, common: -15 },
  /** An article by the same authors on the same pages of the same journal, its title in another language. */
  translatedTitle: 50,
  /** An article whose long title is the same, and one record names nobody: as lists of references do. */
  longTitle: 4,
  /** One record names a part, the other none. */
  oneSidedPart: -20,
  /** A paper of a meeting, and the article that was made of it. */
  otherHost: -20,
  /** An article has one year; a book may be catalogued by its printing. */
  articleOfNextYear: -26,
  articleOfOtherYear: -31,
  /** Other pages, and nobody named: it may be another book. */
  pagesWithoutMakers: -6,
} as const

export interface Rule {
  /** What it bears on. */
  level: 'work' | 'version' | 'both'
  /** Points by what the records say of each other. */
  same: number
  close: number
  differs: number
  /** Differing, it decides alone. */
  veto?: 'work' | 'version'
  reason: { en: string; zh: string }
}

export const rules = {
  copy: {
    level: 'both',
    same: 300,
    close: 0,
    differs: 0,
    reason: {
      en: 'The two say the same in every respect but for their numbers, and enough: one was copied from the other.',
      zh: '除编号外两条记录所述完全相同且足够详细：属于套录。',
    },
  },
  title: {
    level: 'both',
    same: 45,
    close: 32,
    differs: -60,
    reason: {
      en: 'Without a title that agrees nothing else joins. A title that many works bear is worth less; one that goes on as an exercise book or a commentary is another.',
      zh: '题名不符则不合并；常见题名的分值较低；习题集、释义等配套读物另为一作品。',
    },
  },
  subtitle: {
    level: 'both',
    same: 3,
    close: 0,
    differs: -15,
    reason: {
      en: 'Two subtitles that differ may be two works; one that is missing says nothing.',
      zh: '副题名不同可能是不同作品；一方缺副题名不作判断。',
    },
  },
  part: {
    level: 'both',
    same: 8,
    close: 0,
    differs: -60,
    veto: 'work',
    reason: {
      en: 'Parts with different names, or of different years (1986-2005), are different works.',
      zh: '分册名不同，或所载年代不同（如 1986-2005），即为不同作品。',
    },
  },
  volume: {
    level: 'both',
    same: 10,
    close: -15,
    differs: -60,
    veto: 'work',
    reason: {
      en: 'Volumes of a set are different works, and none of them is the set: they are linked, not joined.',
      zh: '同一套书的各卷是不同作品，单卷也不等于整套：只建立关联，不合并。',
    },
  },
  type: {
    level: 'both',
    same: 0,
    close: -8,
    differs: -60,
    veto: 'work',
    reason: {
      en: 'A book and the film of it are different works.',
      zh: '图书与据其改编的影片等是不同作品。',
    },
  },
  form: {
    level: 'both',
    same: 0,
    close: 0,
    differs: -30,
    veto: 'work',
    reason: {
      en: 'A picture book, a script or a retelling of a work is another work by other people.',
      zh: '据原著改编的连环画、剧本、改写本是另一作品。',
    },
  },
  language: {
    level: 'both',
    same: 2,
    close: 0,
    differs: -40,
    veto: 'work',
    reason: {
      en: 'A translation into another language is another work, linked to its original.',
      zh: '译成另一种语言的译本是另一作品，与原著建立关联。',
    },
  },
  agents: {
    level: 'both',
    same: 30,
    close: 16,
    differs: -40,
    reason: {
      en: 'The same persons or bodies made it, in whatever order and script their names are given.',
      zh: '责任者相同，不论姓名次序与文字。',
    },
  },
  translator: {
    level: 'version',
    same: 3,
    close: 0,
    differs: 0,
    veto: 'version',
    reason: {
      en: 'Two translations into one language are two versions of a work.',
      zh: '同一语种的不同译本是同一作品的不同版本。',
    },
  },
  year: {
    level: 'both',
    same: 8,
    close: 4,
    differs: -4,
    veto: 'version',
    reason: { en: 'Another year is another edition or printing.', zh: '年份不同即为另一版次或印次。' },
  },
  publisher: {
    level: 'both',
    same: 8,
    close: 4,
    differs: 0,
    veto: 'version',
    reason: {
      en: 'A reprint by another publisher is another version of the same work.',
      zh: '其他出版社的重印本是同一作品的另一版本。',
    },
  },
  edition: {
    level: 'version',
    same: 4,
    close: 0,
    differs: -2,
    veto: 'version',
    reason: { en: 'Editions that are counted apart are versions.', zh: '版次不同即为不同版本。' },
  },
  extent: {
    level: 'both',
    same: 8,
    close: 3,
    differs: -2,
    veto: 'version',
    reason: {
      en: 'The same number of pages seldom comes by chance; one volume is not two.',
      zh: '页数相同很少出于偶然；单册与多册不是同一版本。',
    },
  },
  carrier: {
    level: 'version',
    same: 2,
    close: 0,
    differs: -2,
    veto: 'version',
    reason: {
      en: 'Print, electronic, microform and braille are versions of one work.',
      zh: '纸本、电子、缩微、盲文是同一作品的不同版本。',
    },
  },
  content: {
    level: 'version',
    same: 0,
    close: 0,
    differs: -2,
    veto: 'version',
    reason: {
      en: 'Text, image and spoken word are told apart as content types.',
      zh: '文本、图像、口述等内容类型不同。',
    },
  },
  isbn: {
    level: 'both',
    same: 35,
    close: 0,
    differs: 0,
    reason: {
      en: 'Evidence, no verdict: publishers use a number twice, and the volumes of a set share one.',
      zh: '只作证据：出版社会重复使用书号，一套书也会共用一号。',
    },
  },
  issn: {
    level: 'both',
    same: 35,
    close: 0,
    differs: -20,
    reason: {
      en: 'A serial keeps its number while it keeps its title.',
      zh: '连续出版物题名不变则刊号不变。',
    },
  },
  doi: {
    level: 'both',
    same: 50,
    close: 0,
    differs: -12,
    reason: { en: 'Given to one thing; two of one thing happen.', zh: 'DOI 专属一物；一物偶有两个 DOI。' },
  },
  'other-number': {
    level: 'both',
    same: 35,
    close: 0,
    differs: 0,
    reason: {
      en: '统一书号, ISMN, the number of a standard: evidence as ISBN is.',
      zh: '统一书号、ISMN、标准号：与 ISBN 同样只作证据。',
    },
  },
  'agency-number': {
    level: 'both',
    same: 50,
    close: 0,
    differs: 0,
    reason: {
      en: 'Both descriptions go back to the one that an agency numbered: the strongest evidence beside the title.',
      zh: '两条记录源自同一机构编号的记录：除题名外最强的证据。',
    },
  },
  host: {
    level: 'both',
    same: 8,
    close: 3,
    differs: -10,
    veto: 'version',
    reason: {
      en: 'Articles stand in one journal; its name is abbreviated in many ways.',
      zh: '文章出自同一刊物；刊名缩写多样。',
    },
  },
  place: {
    level: 'both',
    same: 20,
    close: 8,
    differs: -25,
    veto: 'version',
    reason: {
      en: 'Volume and first page are the address of an article.',
      zh: '卷号与起始页是文章的地址。',
    },
  },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
