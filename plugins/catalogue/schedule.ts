import { type Catalogue, codeOf, type Log, type Members } from '../../gateway/contracts/index.js'

/**
 * Harvests every source whose time has come, one after the other. A source that fails or is being read already is
 * said in the log and delays none of the others.
 */
export const harvestDue = async (
  parts: { members: Members; catalogue: Catalogue; log: Log; now(): Date },
  signal: AbortSignal,
): Promise<void> => {
  for (const { id, everySeconds } of await parts.members.sources()) {
    if (everySeconds === null || signal.aborted) continue
    const [last] = await parts.catalogue.runs({ source: id, limit: 1 })
    if (last && Date.parse(last.startedAt) + everySeconds * 1000 > parts.now().getTime()) continue
    await parts.catalogue.harvest(id, { signal }).catch((error: unknown) => {
      parts.log.warn({ source: id, code: codeOf(error) }, 'a scheduled harvest did not begin')
    })
  }
}
