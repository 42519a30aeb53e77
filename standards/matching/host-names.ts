import { tokensOf } from './similarity.js'

/** Short names of journals and conferences that their words do not spell: 简称. */
const shortNames: Record<string, string> = {
  sigmod: 'management of data conference',
  'sigmod conference': 'management of data conference',
  'acm sigmod': 'management of data conference',
  'sigmod record': 'sigmod record',
  'acm sigmod record': 'sigmod record',
  vldb: 'very large data bases conference',
  'very large data bases': 'very large data bases conference',
  'very large databases': 'very large data bases conference',
  'vldb j': 'very large data bases journal',
  'vldb journal': 'very large data bases journal',
  'vldb journal international journal on very large data bases': 'very large data bases journal',
  pvldb: 'proceedings of the vldb endowment',
  pods: 'principles of database systems conference',
  icde: 'data engineering conference',
  edbt: 'extending database technology conference',
  kdd: 'knowledge discovery and data mining conference',
  sigkdd: 'knowledge discovery and data mining conference',
  cikm: 'information and knowledge management conference',
  sigir: 'research and development in information retrieval conference',
  www: 'world wide web conference',
  jcdl: 'digital libraries conference',
  icml: 'machine learning conference',
  nips: 'neural information processing systems conference',
  neurips: 'neural information processing systems conference',
  aaai: 'artificial intelligence aaai conference',
  ijcai: 'artificial intelligence ijcai conference',
  acl: 'association for computational linguistics conference',
  tods: 'acm transactions on database systems',
  tois: 'acm transactions on information systems',
  toplas: 'acm transactions on programming languages and systems',
  tkde: 'ieee transactions on knowledge and data engineering',
  cacm: 'communications of the acm',
  jacm: 'journal of the acm',
  dke: 'data and knowledge engineering',
  lncs: 'lecture notes in computer science',
  jasist: 'journal of the association for information science and technology',
  pnas: 'proceedings of the national academy of sciences',
  'proc natl acad sci usa': 'proceedings of the national academy of sciences',
  nejm: 'new england journal of medicine',
  'n engl j med': 'new england journal of medicine',
  jama: 'journal of the american medical association',
  bmj: 'british medical journal',
  jbc: 'journal of biological chemistry',
  jacs: 'journal of the american chemical society',
}

const small = new Set(
  'of the and for in on de la le les der die das und et a an acm ieee international'.split(' '),
)
const meetings = new Set(
  'conference conf workshop symposium symp congress meeting proceedings proc 会议 研讨会'.split(' '),
)
const journals = new Set(
  'journal j transactions trans record bulletin bull letters lett magazine review rev annals archives quarterly 学报 杂志'.split(
    ' ',
  ),
)
/** A conference that is a journal by now. */
const both = /^proceedings of the (?:national academy|vldb|ieee$|royal society|acm )/u

export interface HostName {
  words: string[]
  kind: 'meeting' | 'journal' | undefined
  /** The name is one that a short name stands for: it is known which it is. */
  isKnown: boolean
}

/** Words of a host's name as they are compared, without small ones and what only says that it is a meeting. */
export function hostName(title: string): HostName {
  const written = title.replace(/\b(?:tods|tois|tkde|toplas)$/u, '').trim()
  const plain = written.replace(/\b(?:the|acm|ieee|proceedings of|proc)\b ?/gu, '').trim()
  const full = shortNames[written] ?? shortNames[plain]
  const all = tokensOf(full ?? written)
  const isBoth = both.test(full ?? written)
  const words = all.filter((word) => !small.has(word) && !(meetings.has(word) && !isBoth))
  return {
    words,
    kind: isBoth ? undefined : kindOf(all),
    isKnown: full !== undefined || fullNames.has(words.join(' ')),
  }
}

const fullNames = new Set(
  Object.values(shortNames).map((name) =>
    tokensOf(name)
      .filter((word) => !small.has(word) && !meetings.has(word))
      .join(' '),
  ),
)

const kindOf = (words: string[]): HostName['kind'] => {
  if (words.some((word) => meetings.has(word))) return 'meeting'
  return words.some((word) => journals.has(word)) ? 'journal' : undefined
}
