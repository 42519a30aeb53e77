import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { marc } from '../../plugins/catalogue/testing.js'
import { type Chain, openChain } from './chain/processes.js'
import { inFolder } from './faults/in-folder.js'
import { numberOf } from './number-of.js'
import { percentile, percentilesOf } from './percentiles.js'
import { recordFile } from './record-file.js'

export const name = 'changes'

/** Milliseconds between two looks: the engine does little else meanwhile. */
const look = 10

/**
 * How soon one changed record is found, on the engines of production among 2,000 others: from the moment a member sends it, and
 * from its acknowledgement. The yardstick is one document given to the search engine itself until the engine finds it.
 * `--changes 25`, `--records 2000`.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const file = await recordFile(join(folder, 'records.mrc'), numberOf('--records', 2_000), 1)
    const chain = await openChain(folder, 1)
    try {
      await chain.command('members', 'add', 'bench', '--name', 'Bench', '--type', 'library')
      await chain.command('import', file, '--member', 'bench', '--format', 'marc21')
      const { sent, acknowledged, bare } = await measure(chain, numberOf('--changes', 25))
      report(`${sent.length} changes, one after the other, beside ${chain.engines.search.label}`)
      report(percentilesOf('the engine alone', bare, bare))
      report(
        `${percentilesOf('sent to found', sent, bare)}, at most ${percentile(sent, 100).toFixed(0)} ms (2,000)`,
      )
      report(
        `${percentilesOf('acknowledged to found', acknowledged, bare)}, at most ${percentile(acknowledged, 100).toFixed(0)} ms (2,000)`,
      )
    } finally {
      await chain.close()
    }
  })

const measure = async (chain: Chain, changes: number) => {
  const [sent, acknowledged, bare]: [number[], number[], number[]] = [[], [], []]
  await push(chain, 0, 'first')
  for (let number = 1; number <= changes; number++) {
    const word = wordOf(number)
    bare.push(await bareChange(chain, word))
    const began = performance.now()
    const [found, told] = await Promise.all([
      foundAt(() => foundBySearch(chain, word)),
      push(chain, number, word).then(() => performance.now()),
    ])
    sent.push(found - began)
    acknowledged.push(Math.max(0, found - told))
  }
  return { sent, acknowledged, bare }
}

/** A word that no record has; with a number in it nothing near to it is looked for. */
const wordOf = (number: number): string => `zq${number}v`

const push = async (chain: Chain, version: number, word: string): Promise<void> => {
  const bytes = Buffer.from(
    marc({ id: 'changed', title: `A record that changes ${word} ${version}` }),
  ).toString('base64')
  const answer = await chain.call('/v1/sources/bench%2Fmain/changes', {
    changes: [{ op: 'put', format: 'marc21', bytes }],
  })
  if (answer.status !== 200)
    throw new Error(`a change was answered with ${answer.status}: ${await answer.text()}`)
}

const foundAt = async (isFound: () => Promise<boolean>): Promise<number> => {
  while (!(await isFound())) await sleep(look)
  return performance.now()
}

const foundBySearch = async ({ url }: Chain, word: string): Promise<boolean> => {
  const answer = await fetch(`${url}/v1/search?q=${word}&limit=1`)
  if (answer.status !== 200)
    throw new Error(`a search was answered with ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { hits: { title: string }[] }).hits.some(({ title }) =>
    title.includes(word),
  )
}

/** @returns milliseconds from the document sent to the document found */
const bareChange = async ({ engines: { search } }: Chain, word: string): Promise<number> => {
  const headers = { authorization: `Bearer ${search.key}`, 'content-type': 'application/json' }
  const ask = async (path: string, body: unknown) => {
    const answer = await request(`${search.url}/indexes/bare/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return (await answer.body.json()) as { hits?: unknown[] }
  }
  const began = performance.now()
  await ask('documents?primaryKey=id', [{ id: 'changed', title: word }])
  const at = await foundAt(async () => ((await ask('search', { q: word })).hits ?? []).length > 0)
  return at - began
}
