import { type Mab2Record, readMab2 } from '../formats/mab2/mab2.js'
import type { DataField } from '../formats/marc.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { addTitle, type Draft, startDraft, titleOf } from './draft.js'
import { agentTags } from './mab2/agents.js'
import { readType } from './mab2/coded.js'
import { holding } from './mab2/holdings.js'
import {
  abstract,
  edition,
  extent,
  imprint,
  language,
  link,
  note,
  place,
  publisher,
  readDates,
} from './mab2/imprint.js'
import * as numbers from './mab2/numbers.js'
import { linked, readHost, series } from './mab2/relations.js'
import { type MabStep, plain } from './mab2/steps.js'
import { chainLink, dewey, keywords, notation } from './mab2/subjects.js'
import { properTitle, section, settleTitles, statement, subtitle, variantTitle } from './mab2/titles.js'
import { finish, joined, sourceOf } from './marc-steps.js'

/** MAB2 (Maschinelles Austauschformat für Bibliotheken, 2001), title records, field by field. */
const steps: Record<string, MabStep> = {
  ...Object.fromEntries(agentTags),
  '001': numbers.recordNumber,
  '025': numbers.agencyNumber,
  '026': numbers.unionNumber,
  '037': language('text'),
  '038': language('original'),
  '086': numbers.otherForm,
  '088': holding,
  '304': variantTitle('variant'),
  '310': variantTitle('variant'),
  '331': properTitle,
  '335': subtitle,
  '341': variantTitle('parallel'),
  '345': variantTitle('parallel'),
  '349': variantTitle('parallel'),
  '359': statement,
  '360': section,
  '370': variantTitle('variant'),
  '376': variantTitle('variant'),
  '403': edition,
  '405': note('numbering'),
  '410': place,
  '412': publisher,
  '415': place,
  '417': publisher,
  '419': imprint,
  '433': extent,
  '434': extent,
  '435': extent,
  '437': extent,
  '451': series,
  '461': series,
  '471': series,
  '481': series,
  '501': note('general'),
  '507': note('title'),
  '511': note('publication'),
  '516': note('language'),
  '517': note('contents'),
  '518': note('performers'),
  '519': note('thesis'),
  '520': note('thesis'),
  '523': note('frequency'),
  '527': linked('other-edition'),
  '529': linked('supplement'),
  '530': linked('related'),
  '531': linked('earlier'),
  '532': linked('related'),
  '533': linked('later'),
  '537': note('general'),
  '540': numbers.isbn,
  '541': numbers.ismn,
  '542': numbers.issn,
  '545': numbers.otherForm,
  '552': numbers.persistent,
  '634': numbers.otherForm,
  '655': link,
  '700': notation,
  '705': dewey,
  '710': keywords,
  '711': keywords,
  '720': keywords,
  '740': keywords,
  '750': abstract,
  '776': linked('other-edition'),
  '780': linked('earlier'),
  '785': linked('later'),
  '902': chainLink,
  '907': chainLink,
  '912': chainLink,
  '917': chainLink,
  '922': chainLink,
  '927': chainLink,
}

/** A MAB2 record as a canonical description. Never throws: what it lacks, the description lacks. */
export function describeMab2(record: Mab2Record): Described {
  const draft = startDraft()
  draft.deleted = record.leader[5] === 'd' || record.fields.some(isDeletion)
  const set = record.fields.filter(({ ind2 }) => ind2 === '2')
  const own = record.fields.filter(({ ind2 }) => ind2 !== '2')
  if (isAuthority(record)) {
    describeHeading(own, draft)
    return finish(draft, 'authority')
  }
  draft.description.type = readType(own)
  walk(own, draft)
  settleTitles(own, set, draft)
  if (draft.description.publication.length === 0) walk(set.filter(isImprint), draft)
  readHost(own, draft)
  readDates(own, draft)
  if (draft.description.dates.length === 0) readDates(set, draft)
  return finish(draft)
}

const walk = (fields: DataField[], draft: Draft): void => {
  for (const field of fields) steps[field.tag]?.(field, draft)
}

const isImprint = ({ tag }: DataField): boolean => ['410', '412', '415', '417', '419'].includes(tag)
const isDeletion = (field: DataField): boolean => field.tag === 'DEL' && joined(field, 'a').startsWith('Y')

/** Leader/23: p persons, k bodies, s subjects, of the German authority files. */
const isAuthority = ({ leader }: Mab2Record): boolean => 'pks'.includes(leader[23] || ' ')

/** 800 the heading, 810 to 859 forms that it is not entered under. */
function describeHeading(fields: DataField[], draft: Draft): void {
  for (const field of fields) {
    if (field.tag === '001') numbers.recordNumber(field, draft)
    const value = /^8[0-5]\d$/.test(field.tag) ? plain(joined(field, 'apkgestbcdh', ' ')) : ''
    if (value)
      addTitle(draft, titleOf(value, field.tag === '800' ? 'original' : 'variant'), sourceOf(field, 'a'))
  }
}

export const mab2: Crosswalk = {
  format: 'mab2',
  version: '1',
  describe(bytes) {
    const { record, findings } = readMab2(bytes)
    const described = describeMab2(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
