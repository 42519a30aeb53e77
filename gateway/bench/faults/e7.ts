import { forgotten } from './forgotten.js'

export const name = 'faults/E7'

/** Redis is emptied: everything is brought again, and done once. */
export const run = (report: (line: string) => void): Promise<void> => forgotten('flush', report)
