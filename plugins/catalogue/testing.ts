import { Type } from 'typebox'
import type { AdapterKind, Call, HarvestPage, Plugin, Resume } from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'

/** A MARC 21 record for tests: what is not named is left out. */
export const marc = (parts: { id?: string; title?: string; isbn?: string; author?: string; year?: string; deleted?: boolean; subject?: string }): Uint8Array => {
  const field = (tag: string, ind: string, code: string, value: string | undefined) =>
    value === undefined ? [] : [{ tag, ind1: ind[0] as string, ind2: ind[1] as string, subfields: [{ code, value }] }]
  return writeIso2709(
    {
      leader: `00000${parts.deleted ? 'd' : 'n'}am a2200000 a 4500`,
      fields: [
        ...(parts.id === undefined ? [] : [{ tag: '001', value: parts.id }]),
        { tag: '008', value: '850101s1985    xx            000 0 eng d' },
        ...field('020', '  ', 'a', parts.isbn),
        ...field('100', '1 ', 'a', parts.author),
        ...field('245', '10', 'a', parts.title),
        ...field('260', '  ', 'c', parts.year),
        ...field('650', ' 0', 'a', parts.subject),
      ],
    },
    'utf-8',
  )
}

export const put = (parts: Parameters<typeof marc>[0]): Change => ({ kind: 'bib', op: 'put', format: 'marc21', bytes: marc(parts) })
export const remove = (sourceId: string): Change => ({ kind: 'bib', op: 'delete', sourceId })

/** A source whose pages the test writes; it may stop in the middle, as a cut connection does. */
export const scripted = (script: { pages: Change[][]; failBefore?: number; asked: (Resume | null)[] }): AdapterKind => ({
  kind: 'scripted',
  summary: 'Pages that a test wrote',
  capabilities: ['harvest'],
  options: Type.Object({}),
  connect: () => ({
    probe: async () => ({ name: 'script', protocol: 'test' }),
    async *harvest(resume: Resume | null, _call: Call): AsyncIterable<HarvestPage> {
      script.asked.push(resume)
      const start = typeof resume?.['page'] === 'number' ? resume['page'] : 0
      for (let page = start; page < script.pages.length; page++) {
        if (page === script.failBefore) throw new Error('connection cut')
        yield { changes: script.pages[page] as Change[], resume: page + 1 < script.pages.length ? { page: page + 1 } : { page: 0, from: 'later' } }
      }
    },
  }),
})

/** Takes the place of the search: says that works were indexed. */
export const sink: Plugin = {
  name: 'sink',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ jobs: [{ topic: 'work.changed', handler: async () => undefined }] }),
}
