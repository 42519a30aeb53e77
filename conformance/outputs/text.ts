import type { ConformanceReport, Result } from '../report.js'
import type { Words } from '../requirements/requirement.js'
import type { Outcome } from '../suite.js'

export type Language = keyof Words

/** For a person: what is wrong, what to do about it, and how far the target got. */
export const toText = (report: ConformanceReport, language: Language = 'en'): string => {
  const { standard, suite, target, results, verdict, level, sample, recording } = report
  const say = words[language]
  const lines = [
    `${standard.id} ${standard.version} · ${suite.id} ${suite.version} · ${target.source ?? target.location}`,
    '',
    ...results.filter(({ outcome }) => outcome !== 'passed').flatMap((result) => block(result, language)),
    ...countLines(report, language),
    ...(recording === undefined ? [] : [`${say.recording}: ${recording}`]),
    `${say.sample}: ${sample.records} ${say.records}`,
    `${say.level}: ${level.reached ?? say.none} (${say.asked} ${level.asked})`,
    `${say.verdict}: ${say[verdict]}`,
  ]
  return `${lines.join('\n')}\n`
}

const block = (result: Result, language: Language): string[] => {
  const say = words[language]
  const { expected, came, mend } = result.messages[language]
  const mark = result.severity === 'warning' ? say.warning : say.outcomes[result.outcome]
  const lines = [`${mark}  ${result.requirement}  ${result.keyword}  ${expected}`, `    ${say.came}: ${came}`]
  if (result.request) lines.push(`    ${say.shows}: ${result.request}`)
  if (result.outcome === 'failed') lines.push(`    ${say.mend}: ${mend}`)
  return [...lines, '']
}

const countLines = ({ coverage }: ConformanceReport, language: Language): string[] => {
  const say = words[language]
  return (['must', 'should'] as const).map((keyword) => {
    const { total, untestable, attested, ...counts } = coverage[keyword]
    const parts = Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => `${count} ${say.outcomes[outcome as Outcome]}`)
    if (untestable > 0) parts.push(`${untestable} ${say.untestable}`)
    if (attested > 0) parts.push(`${attested} ${say.attested}`)
    return `${keyword.toUpperCase()}: ${total} (${parts.join(', ')})`
  })
}

const words = {
  en: {
    outcomes: {
      passed: 'passed',
      failed: 'FAILED',
      cantTell: 'cannot tell',
      inapplicable: 'not applicable',
      untested: 'untested',
    },
    warning: 'WARNING',
    came: 'came',
    shows: 'shown by',
    mend: 'to mend it',
    recording: 'Replayed from the recording',
    sample: 'Sample',
    records: 'records',
    level: 'Level reached',
    asked: 'asked:',
    none: 'none',
    verdict: 'Verdict',
    untestable: 'not testable from outside',
    attested: 'attested',
    conformant: 'conformant',
    'not-conformant': 'not conformant',
    incomplete: 'incomplete: something was not proved',
    infrastructure: 'no verdict: the target could not be reached as it should; try again',
  },
  zh: {
    outcomes: {
      passed: '通过',
      failed: '未通过',
      cantTell: '无法判定',
      inapplicable: '不适用',
      untested: '未测试',
    },
    warning: '警告',
    came: '实际',
    shows: '重现',
    mend: '修正办法',
    recording: '重放自录制文件',
    sample: '样本',
    records: '条记录',
    level: '达到级别',
    asked: '要求',
    none: '无',
    verdict: '结论',
    untestable: '无法由外部测试',
    attested: '自述',
    conformant: '符合',
    'not-conformant': '不符合',
    incomplete: '不完整:有要求未得到证明',
    infrastructure: '无结论:网络或运行环境故障,请重试',
  },
} as const
