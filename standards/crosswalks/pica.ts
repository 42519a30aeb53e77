import { type PicaField, type PicaRecord, readPica } from '../formats/pica/pica.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { startDraft } from './draft.js'
import { all, finish, first } from './marc-steps.js'
import { meeting, organisation, person } from './pica/agents.js'
import { describeHeadings, isPicaAuthority } from './pica/authorities.js'
import { readType } from './pica/coded.js'
import { addPicaHoldings } from './pica/holdings.js'
import { abstract, coverage, edition, extent, imprint, language, link, note, year } from './pica/imprint.js'
import * as numbers from './pica/numbers.js'
import { article, linked, seriesTitle, setTitle } from './pica/relations.js'
import type { PicaStep } from './pica/steps.js'
import { classOf, heading, keywords, subdivided } from './pica/subjects.js'
import { partTitle, properTitle, settleTitles, variantTitle } from './pica/titles.js'

/** PICA+ of K10plus (GBV, SWB) and the Dutch union catalogue, bibliographic level 0, field by field. */
const steps: Record<string, PicaStep | PicaStep[]> = {
  '003@': numbers.ppn,
  '003O': numbers.agencyNumber('a'),
  '003S': numbers.numberOf('swb'),
  '004A': numbers.isbn,
  '004D': numbers.cancelledIsbn,
  '004F': numbers.identifier('ismn'),
  '004J': numbers.otherEdition,
  '004P': numbers.otherEdition,
  '004R': numbers.identifier('handle'),
  '004U': numbers.identifier('urn'),
  '004V': numbers.doi,
  '005A': numbers.issn,
  '005D': numbers.cancelledIssn,
  '005I': numbers.issn,
  '005P': numbers.otherEdition,
  '006A': numbers.numberOf('lccn'),
  '006G': numbers.numberOf('dnb'),
  '006S': numbers.numberOf('swb'),
  '006U': numbers.numberOf('dnb'),
  '006X': numbers.agencyNumber('i'),
  '006Z': numbers.numberOf('zdb'),
  '007G': numbers.agencyNumber('i'),
  '009P': link,
  '009Q': link,
  '010@': language,
  '011@': year,
  '013D': heading('genre'),
  '013F': note('audience'),
  '013H': heading('genre'),
  '017C': link,
  '017G': link,
  '017H': link,
  '021A': properTitle,
  '021B': partTitle,
  '021G': variantTitle('parallel'),
  '021M': variantTitle('variant'),
  '022A': variantTitle('variant'),
  '025@': variantTitle('variant'),
  '026C': variantTitle('variant'),
  '027A': variantTitle('variant'),
  '028A': person(true),
  '028B': person(true),
  '028C': person(false),
  '028D': person(false),
  '028G': person(false),
  '028L': person(false),
  '028M': person(false),
  '029A': organisation(true),
  '029E': organisation(false),
  '029F': organisation(false),
  '029G': organisation(false),
  '030F': meeting,
  '031@': coverage,
  '031A': article,
  '031N': coverage,
  '032@': edition,
  '033A': imprint,
  '034D': extent,
  '034I': extent,
  '034K': extent,
  '034M': extent,
  '036C': setTitle,
  '036D': linked('set'),
  '036E': seriesTitle,
  '036F': linked('series'),
  '036G': linked('series'),
  '037A': note('general'),
  '037C': note('thesis', 'abcdef'),
  '037G': note('reproduction', 'abcdefin'),
  '039B': linked('host'),
  '039C': linked('supplement'),
  '039D': linked('other-edition'),
  '039E': linked('earlier'),
  '039I': linked('related'),
  '039M': linked('related'),
  '039P': linked('related'),
  '039S': linked('later'),
  '039T': linked('earlier'),
  '041A': heading('topic'),
  '044A': subdivided('lcsh'),
  '044C': subdivided('mesh'),
  '044F': heading('topic'),
  '044K': heading('topic'),
  '044L': heading('topic'),
  '044N': keywords,
  '045A': classOf('lcc'),
  '045B': classOf('lcc'),
  '045D': heading('topic'),
  '045E': classOf('sdnb'),
  '045F': classOf('ddc'),
  '045H': classOf('ddc'),
  '045Q': classOf('bk'),
  '045R': classOf('rvk'),
  '046C': note('general'),
  '046D': note('general'),
  '046H': note('general'),
  '046K': note('general'),
  '046L': note('language'),
  '046M': note('general'),
  '046P': note('general'),
  '046W': note('general'),
  '046X': note('general'),
  '047I': abstract,
  '144Z': keywords,
}

/** A record of PICA+ as a canonical description. Never throws: what it lacks, the description lacks. */
export function describePica(record: PicaRecord): Described {
  const draft = startDraft()
  const status = coded(record, '002@')
  draft.description.type = readType(status, record)
  for (const field of record.fields) {
    const found = steps[field.tag]
    for (const step of found === undefined ? [] : [found].flat()) step(field, draft, record)
  }
  if (isPicaAuthority(status)) {
    describeHeadings(record, draft)
    return finish(draft, 'authority')
  }
  settleTitles(record, draft)
  addPicaHoldings(record, draft)
  return finish(draft)
}

const coded = (record: PicaRecord, tag: string): string => {
  const field = record.fields.find((one: PicaField) => one.tag === tag)
  return field ? (first(field, '0') ?? all(field, 'a')[0] ?? '') : ''
}

export const pica: Crosswalk = {
  format: 'pica',
  version: '1',
  describe(bytes) {
    const { record, findings } = readPica(bytes)
    const described = describePica(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
