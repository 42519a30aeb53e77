/**
 * Whether two names are of one agent is a sum: what the names themselves say, and what else they share. Together they
 * are one from `enough` on. Raise `revision` with each change of this table or of what is compared.
 */
export const enough = 4
export const revision = 1

export type NameRelation = keyof typeof nameWeights
export type Evidence = keyof typeof evidenceWeights

interface Weight {
  weight: number
  reason: string
}

/** How alike the names are: the best that any two of their forms come to. */
export const nameWeights = {
  'same-body': { weight: 4, reason: 'A body is its name: six characters or three words of it are one body' },
  'same-long-name': {
    weight: 3,
    reason: 'Two given names with the family, or four characters: few bear it, but one thing more is asked',
  },
  'same-name': {
    weight: 2,
    reason: 'A given name in full with the family, or three characters: hundreds may bear it',
  },
  'same-short-name': {
    weight: 1,
    reason: 'Two characters (王伟), one syllable of pinyin, one word: thousands bear it',
  },
  'same-pinyin': {
    weight: 1.5,
    reason: 'Two syllables of pinyin stand for several written names',
  },
  initials: { weight: 1, reason: 'An initial may stand for any name that begins with it' },
  'family-alone': { weight: 1, reason: 'One has the family only (莎士比亚), the other the whole name' },
  romanised: {
    weight: 0.5,
    reason:
      'The family and the number of syllables agree between characters and pinyin; little, and never more',
  },
  none: { weight: 0, reason: 'No form of the names agrees: only an authority number joins them' },
} satisfies Record<string, Weight>

/** What else they share. Of one group only the heaviest counts: they tell the same thing twice. */
export const evidenceWeights = {
  authority: {
    group: 'authority',
    weight: 6,
    reason: 'One number in an authority file (GND, LCNAF, VIAF, ISNI, ORCID …): a cataloguer decided',
  },
  local: {
    group: 'authority',
    weight: 6,
    reason: 'One number in the source’s own authority file; it says nothing in another source',
  },
  birth: { group: 'birth', weight: 3, reason: 'The same year of birth, given as certain' },
  death: { group: 'death', weight: 2, reason: 'The same year of death, given as certain' },
  dynasty: {
    group: 'dynasty',
    weight: 3,
    reason: '(清), (唐): those whom catalogues mark with a dynasty are few and known',
  },
  work: { group: 'what', weight: 4, reason: 'They are named for one work, by two records' },
  edition: {
    group: 'what',
    weight: 3,
    reason: 'The same title from the same publisher, though in records that are two works',
  },
  title: {
    group: 'what',
    weight: 2.5,
    reason: 'The same title; textbooks of one title are written by many (高等数学)',
  },
  class: { group: 'what', weight: 1, reason: 'They write about the same: main class of the second level' },
  'co-agent': { group: 'who', weight: 2.5, reason: 'Both worked with the same other person' },
  'co-agents': { group: 'who', weight: 4, reason: 'Both worked with the same two or more others' },
  nation: { group: 'nation', weight: 1, reason: '(美), (英): the same country' },
} satisfies Record<string, Weight & { group: string }>

/** What keeps two apart whatever they share; only the same authority number is stronger. */
export const vetoReasons = {
  type: 'One is a person, the other a body',
  birth: 'Certain years of birth differ',
  death: 'Certain years of death differ',
  dynasty: 'They lived under different dynasties',
  authority: 'One authority file gives them two numbers',
  local: 'The source’s own authority file gives them two numbers',
  written: 'Chinese names written with other characters, however they sound',
  given: 'Given names that cannot be one: James and John',
} as const
export type Veto = keyof typeof vetoReasons
