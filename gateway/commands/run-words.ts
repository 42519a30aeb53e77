import type { RunReport } from '../../standards/record/run-report.js'

type Language = 'en' | 'zh'

/** Notes of a run in the language of who asks, one for each. */
export const notesOf = ({ notes = [], notesZh }: RunReport, language: Language): string[] =>
  language === 'zh' ? (notesZh ?? notes) : notes

/** What was told to be deleted and is there all the same is none of what was deleted. */
export const deletedOf = ({ deleted, undeleted = 0 }: RunReport): number => deleted - undeleted

export const errorLine = (
  { code, detail, detailZh }: NonNullable<RunReport['error']>,
  language: Language,
): string => `${code}: ${(language === 'zh' && detailZh) || detail}`
