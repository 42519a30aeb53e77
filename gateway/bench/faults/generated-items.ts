import type { OaiItem } from '../../sample/oai-provider.js'

/** Dublin Core items of a repository, one in twenty deleted, one in fifty without a title; `change` is in each title. */
export const generatedItems = (count: number, change = ''): OaiItem[] =>
  Array.from({ length: count }, (_, number): OaiItem => {
    const item = {
      identifier: `oai:generated.example:${number}`,
      datestamp: new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString().replace('.000', ''),
      sets: [],
    }
    if (number % 20 === 7) return { ...item, deleted: true, metadata: {} }
    return {
      ...item,
      metadata: { oai_dc: dublinCore(number, number % 50 === 11 ? '' : title(number, change)) },
    }
  })

const title = (number: number, change: string): string =>
  `<dc:title>Annals of the society, volume ${number}${change}</dc:title>`

export const dublinCore = (number: number, titleElement: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${titleElement}<dc:creator>Writer ${number % 997}, A.</dc:creator><dc:date>${1900 + (number % 120)}</dc:date><dc:publisher>Press ${number % 53}</dc:publisher><dc:subject>Subject ${number % 211}</dc:subject><dc:identifier>urn:generated:${number}</dc:identifier><dc:language>en</dc:language></oai_dc:dc>`
