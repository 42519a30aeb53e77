import { adapters } from '../../adapters/index.js'
import { catalogue } from '../../plugins/catalogue/index.js'
import { sink } from '../../plugins/catalogue/testing.js'
import { members } from '../../plugins/members/index.js'
import { hasCorpus, headLine, lineOf, takeInAll } from '../corpus-testing.js'
import { testKernel } from '../testing.js'

export const name = 'corpus'

/** What becomes of every file of real data, by its source: a table, no measurement. */
export const run = async (report: (line: string) => void): Promise<void> => {
  if (!hasCorpus()) {
    report('the corpus of real data is not here: nothing to take in')
    return
  }
  const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [...adapters] })
  try {
    report(headLine)
    for await (const tally of takeInAll(kernel)) report(lineOf(tally))
  } finally {
    await kernel.close()
  }
}
