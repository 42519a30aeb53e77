import { forgotten } from './forgotten.js'

export const name = 'faults/E4'

/** Redis that keeps nothing is killed: everything is brought again, and done once. */
export const run = (report: (line: string) => void): Promise<void> => forgotten('kill', report)
