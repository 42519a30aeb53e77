import { setTimeout as pause } from 'node:timers/promises'
import type { QualityReport } from '../../standards/record/quality-report.js'
import { codeOf } from '../contracts/errors.js'
import type { Quality } from '../contracts/services.js'
import { printableLines } from '../printable.js'
import { type Command, type CommandContext, readArgs, required, table, WrongUsage } from './command.js'

export const qualityCommand: Command = {
  name: 'quality',
  usage: 'quality MEMBER[/NAME] [--run RUN] [--csv] [--rule RULE]',
  summary: 'What a source’s records are like after its last run, and what is most worth mending',
  help: '--csv prints every figure as a table; --rule RULE every record that breaks a rule. A report that is not made yet is made now; Ctrl-C leaves it where it is.',
  run: async (args, context) => {
    const { values, positionals } = readArgs(
      {
        args,
        options: { run: { type: 'string' }, csv: { type: 'boolean' }, rule: { type: 'string' } },
      },
      1,
    )
    const source = required(positionals[0], 'MEMBER or MEMBER/NAME')
    if (values.rule && values.run)
      throw new WrongUsage('--rule lists the records as they are now; leave --run out.')
    const { quality, members } = (await context.openExisting()).services
    const { id } = await members.source(source)
    if (values.run === undefined) await upToDate(quality, id, context)
    if (values.rule) {
      const rows = await print(await quality.records(id, values.rule))
      if (rows === 1) context.out.note(`No record of ${id} that came in breaks ${values.rule}.`)
      return 0
    }
    const { report } = await quality.of(id, values.run)
    if (!report) {
      context.out.line('No run has read anything yet.')
      return 0
    }
    if (values.csv) {
      await print(quality.table(report))
      return 0
    }
    context.out.object(report)
    for (const line of linesOf(report, context.config.language)) context.out.line(line)
    return 0
  },
}

/** Computed here, or waited for where a gateway is at it. */
const upToDate = async (quality: Quality, source: string, { signal, out }: CommandContext): Promise<void> => {
  for (;;) {
    try {
      return await quality.compute(source, signal)
    } catch (error) {
      if (codeOf(error) !== 'QUALITY_TAKEN') throw error
      out.progress('being computed by another process …')
      await pause(500, undefined, { signal })
    }
  }
}

/** @returns how often something was written: the head is once */
const print = async (pieces: Iterable<string> | AsyncIterable<string>): Promise<number> => {
  let written = 0
  for await (const piece of pieces) {
    process.stdout.write(printableLines(piece))
    written++
  }
  return written
}

const words = {
  en: { there: 'there', mend: 'Most worth mending', example: 'for example', remedy: 'to mend it' },
  zh: { there: '完整度', mend: '最值得处理的问题', example: '例如', remedy: '处理办法' },
} as const

const linesOf = (report: QualityReport, language: 'en' | 'zh'): string[] => {
  const { records, changes, completeness, mend } = report
  const say = words[language]
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return [
    `${report.source}, run ${report.run}: ${records.bib} bibliographic, ${records.authority} authority, ${records.holding} holdings records, ${records.setAside} set aside; ${changes.added} added, ${changes.changed} changed, ${changes.deleted} deleted`,
    '',
    ...table(
      completeness.map(({ title, share, before }) => [
        title[language],
        percent(share),
        before === undefined || before === share ? '' : `(${percent(before)})`,
      ]),
    ),
    '',
    `${say.mend}:`,
    ...mend.flatMap(({ rule, title, records: count, remedy, examples }, at) => [
      `${at + 1}. ${count}  ${rule}: ${title[language]}`,
      `   ${say.remedy}: ${remedy[language]}`,
      ...(examples.length > 0
        ? [`   ${say.example} ${examples.map(({ sourceId, recordId }) => sourceId || recordId).join(', ')}`]
        : []),
    ]),
  ]
}
