import t from 'tap'
import { adapters } from '../adapters/index.js'
import { catalogue } from '../plugins/catalogue/index.js'
import { sink } from '../plugins/catalogue/testing.js'
import { members } from '../plugins/members/index.js'
import { hasCorpus, headLine, lineOf, shareTaken, type Taken, takeInAll } from './corpus-testing.js'
import { testKernel } from './testing.js'

t.setTimeout(900_000)

/**
 * Sources of which less than 99 % is taken in, each looked at: it is the data. What is set aside, by its cause, to the
 * record: more of it is a fault of ours, and so is less.
 */
const setAside: Record<string, { causes: Record<string, number>; why: string }> = {
  'marc21/cpan-marc-record': {
    causes: { RECORD_TITLE_MISSING: 1, MARC_INVALID: 1, MARC_NO_TERMINATOR: 1 },
    why: 'testers’ faults: a record of names alone, a directory that names 11 fields of 9, a stray digit at the end',
  },
  'marc21/marctools': {
    causes: { RECORD_TITLE_MISSING: 2 },
    why: 'two records of two control fields each',
  },
  'marc21/pymarc': {
    causes: { RECORD_TITLE_MISSING: 1, MARC_INVALID: 2 },
    why: 'testers’ faults: a tag of four octets, a leader alone, a title under a subfield code that is no letter',
  },
  'marc21/ruby-marc': {
    causes: { RECORD_TITLE_MISSING: 3 },
    why: 'an exchange format of abstracts (VINITI) in the frame of ISO 2709, twice; a record of 001 and 260',
  },
  'marc21/traject': {
    causes: { RECORD_TITLE_MISSING: 1 },
    why: 'a record of one field 300, made for its bad byte',
  },
  'marc21/vufind-fixtures': {
    causes: { RECORD_TITLE_MISSING: 1 },
    why: 'fields of holdings under a leader that says book',
  },
  'marcxml/idzebra-examples': {
    causes: { MARC_CLASSIFICATION: 20 },
    why: 'records of the Library of Congress Classification: no publications',
  },
  'marcxml/recordmanager': {
    causes: { RECORD_TITLE_MISSING: 1 },
    why: 'fields of holdings without a leader',
  },
  'marcxml/temple-alma': {
    causes: { RECORD_TITLE_MISSING: 108 },
    why: 'specimens of single fields (700, 035, 979 …) without a title',
  },
  'oai-pmh/invenio-oaiharvester': {
    causes: { RECORD_TITLE_MISSING: 2 },
    why: 'records of persons (HEP names) under a leader that says collection',
  },
  'unimarc/ruby-marc-cp866': {
    causes: { RECORD_TITLE_MISSING: 1 },
    why: 'an exchange format of abstracts (VINITI) in the frame of ISO 2709',
  },
  'unimarc/serbia-bisis': {
    causes: { RECORD_TITLE_MISSING: 1 },
    why: 'an object whose list of fields is empty',
  },
}

/** Sources without a record in a form that a library sends, each looked at: no share of nothing is shown. */
const unread: Record<string, string> = {
  'marc21/pymarc-marc8-tables': 'lines of text in two encodings; standards/formats reads them',
  'marcxml/hathi-overlap': 'a table of numbers',
  'marcxml/koha-marc21-sql': 'dumps of a database',
  'metadata-xml/stanford-ead': 'finding aids of archives (EAD): no vocabulary of ours',
  'oai-pmh/metha-registry': 'lists of addresses',
  'unimarc/koha-tables': 'dumps of a database',
}

/** Files where whoever counted before us stopped early, or counted no fragment: what we read instead. */
const countedOtherwise: Record<string, number> = {
  'marc21/cpan-marc-record/badldr.usmarc': 8,
  'marc21/idzebra-examples/sample-marc': 26,
  'marcxml/temple-alma/creator_multiple_subfields.xml': 2,
  'marcxml/temple-alma/creator_vern_examples.xml': 6,
  'marcxml/temple-alma/marc_fixture.xml': 366,
}

/** Nothing is lost without a word: all that was read is accounted for, and all that was accepted stands. */
const faultsOf = ({ path, counted, report, standing }: Taken): string[] => {
  const { read, accepted, quarantined, deleted, unchanged, empty, replaced = 0, setAside = {} } = report
  const causes = Object.values(setAside).reduce((sum, one) => sum + one, 0)
  const expected = countedOtherwise[path] ?? counted
  return [
    read === accepted + quarantined + deleted + unchanged + empty ? '' : `${path} does not balance`,
    causes === quarantined ? '' : `${path}: ${quarantined} set aside, ${causes} with a cause`,
    accepted === standing + replaced
      ? ''
      : `${path}: ${accepted} accepted, ${standing} stand, ${replaced} replaced`,
    expected === undefined || expected === read ? '' : `${path}: ${read} read of ${expected}`,
  ].filter((fault) => fault !== '')
}

t.test(
  'real files go through: nothing is lost without a word, and what is set aside is known by its cause',
  { timeout: 900_000, skip: !hasCorpus() && 'the corpus of real data is not here' },
  async (t) => {
    const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [...adapters] })
    t.teardown(kernel.close)
    const sources = new Set<string>()
    t.comment(headLine)
    for await (const tally of takeInAll(kernel)) {
      const { source, files, left } = tally
      sources.add(source)
      t.comment(lineOf(tally))
      if (left.length > 0) t.comment(`${source}: of no vocabulary that is read: ${left.join(' ')}`)
      t.same(files.flatMap(faultsOf), [], `${source}: every record is accounted for`)
      const known = setAside[source]
      if (known) t.same(tally.setAside, known.causes, `${source}: ${known.why}`)
      else if (unread[source]) t.equal(shareTaken(tally), undefined, `${source}: ${unread[source]}`)
      else t.ok((shareTaken(tally) ?? 0) >= 0.99, `${source}: at least 99 % is taken in`)
    }
    t.ok(sources.size > 0)
    for (const source of Object.keys({ ...setAside, ...unread }))
      t.ok(sources.has(source), `${source} is still there`)
  },
)
