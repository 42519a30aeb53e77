import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Experiment } from './index.js'

/** Milliseconds of one experiment, and of all of them, at most. */
const most = { one: 12 * 60_000, all: 30 * 60_000 }

export interface Verdict {
  name: string
  outcome: 'passed' | 'FAILED' | 'skipped' | 'NOT RUN'
  seconds: number
  /** What it reported. */
  lines: string[]
}

/** Each in a process of its own, one after the other; then a table of them. What found no time has not passed. */
export const runAll = async (
  experiments: readonly Experiment[],
  report: (line: string) => void,
  start: (name: string) => string[] = (name) => [process.argv[1] ?? '', name],
): Promise<Verdict[]> => {
  const began = performance.now()
  const verdicts: Verdict[] = []
  for (const { name } of experiments) {
    const left = most.all - (performance.now() - began)
    report(`-- ${name}`)
    const verdict: Verdict =
      left > 0
        ? await runOne(name, start(name), Math.min(left, most.one), report)
        : { name, outcome: 'NOT RUN', seconds: 0, lines: ['no time was left for it'] }
    verdicts.push(verdict)
  }
  for (const line of tableOf(verdicts)) report(line)
  if (verdicts.some(({ outcome }) => outcome === 'FAILED' || outcome === 'NOT RUN')) process.exitCode = 1
  return verdicts
}

const runOne = async (
  name: string,
  words: string[],
  milliseconds: number,
  report: (line: string) => void,
): Promise<Verdict> => {
  const began = performance.now()
  // A group of its own, so that what it started ends with it.
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const release = endWithUs(child)
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('== ')) return
    lines.push(line)
    report(`   ${line}`)
  })
  const deadline = setTimeout(() => {
    lines.push(`FAILS  not done after ${Math.round(milliseconds / 1000)} s`)
    endGroup(child)
  }, milliseconds)
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  clearTimeout(deadline)
  release()
  const hasToldWhy = lines.some((line) => line.startsWith('FAILS'))
  if (code !== 0 && !hasToldWhy) lines.push(`FAILS  ended with ${code ?? signal}; what it said is above`)
  const isSkipped = code === 0 && lines.some((line) => line.startsWith('skipped: '))
  const outcome = code !== 0 ? 'FAILED' : isSkipped ? 'skipped' : 'passed'
  return { name, outcome, seconds: (performance.now() - began) / 1000, lines }
}

/** Ctrl-C goes to the terminal's own group and SIGTERM to one process: neither reaches an experiment by itself. */
const endWithUs = (child: ChildProcess): (() => void) => {
  const end = () => endGroup(child)
  const onInterrupt = () => process.exit(130)
  const onTerminate = () => process.exit(143)
  process.on('exit', end).on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
  return () => void process.off('exit', end).off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
}

const endGroup = ({ pid }: ChildProcess): void => {
  try {
    process.kill(-pid!, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const tableOf = (verdicts: Verdict[]): string[] => [
  '',
  '| experiment | outcome | seconds | figures |',
  '|---|---|---:|---|',
  ...verdicts.map(
    ({ name, outcome, seconds, lines }) =>
      `| ${name} | ${outcome} | ${seconds.toFixed(0)} | ${lines.map(figureOf).join('; ')} |`,
  ),
]

const figureOf = (line: string): string => line.replace(/^holds {2}/, '').trim()
