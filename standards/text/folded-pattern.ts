import { foldHan } from './characters.js'

/** A pattern for folded text, written in characters as one reads them: 研究 is folded to 硏究, 概论 to 槪论. */
export const foldedPattern = (source: string): RegExp => new RegExp(Array.from(source, foldHan).join(''), 'u')
