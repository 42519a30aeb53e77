/** A thing in one library's words, before they are put into fields. */
export interface Written {
  carrier: string
  language: 'chi' | 'jpn' | 'eng'
  title: string
  subtitle?: string
  /** What stands in Latin letters beside it, where the library romanises: Chinese alone. */
  roman: { title?: string; subtitle?: string; place?: string; publisher?: string }
  part: { number?: string; name?: string }
  /** First who wrote it, then the others, as on the title page. */
  statement: string[]
  headings: Heading[]
  edition?: string
  place?: string
  publisher?: string
  date?: string
  /** For the coded fields. */
  year?: number
  pages?: string
  height: number
  isbn: { number: string; price?: string }[]
  csbn?: string
  issn?: string
  series?: { title: string; number?: string }
  set?: string
  original?: { title: string; language: 'eng' | 'jpn' }
  earlier?: string
  later?: string
  clc: string
  subject: string
  agencyNumber?: { agency: 'calis' | 'nlc' | 'oclc'; number: string }
}

export interface Heading {
  name: string
  /** `Cao, Xueqin` */
  pinyin: string
  /** How many characters are the family name, for who writes it apart. */
  surname: number
  role: string
  isMain: boolean
  isBody: boolean
  dates?: string
  dynasty?: string
  country?: string
}
