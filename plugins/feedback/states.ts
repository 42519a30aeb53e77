import { ShulianError } from '../../gateway/contracts/index.js'
import type { CaseKind, CaseState } from './schemas.js'

/** The five states of a need, none skipped. */
export const needStates: readonly CaseState[] = [
  'collected',
  'understood',
  'decided',
  'carried-out',
  'reported',
]

export const stateNamesZh: Record<CaseState, string> = {
  collected: '需求收集',
  understood: '信息洞察',
  decided: '策略决定',
  'carried-out': '执行实施',
  reported: '反馈改进',
  open: '待答复',
  answered: '已答复',
  withdrawn: '已撤回',
}

export const isNeed = (kind: CaseKind): boolean => kind === 'suggestion' || kind === 'fault'

export const firstState = (kind: CaseKind): CaseState => (isNeed(kind) ? 'collected' : 'open')

export const isClosed = (state: CaseState): boolean => ['answered', 'reported', 'withdrawn'].includes(state)

/** @throws ShulianError CASE_STATE_ORDER (409), saying which state comes next */
export const assertNext = (kind: CaseKind, from: CaseState, to: CaseState): void => {
  if (from === 'withdrawn') throw outOfOrder('The case was withdrawn by its reporter; it has no next state.')
  if (!isNeed(kind))
    throw outOfOrder(`A case of kind '${kind}' has no steps: it closes when it is answered (POST …/reply).`)
  const next = needStates[needStates.indexOf(from) + 1]
  if (next === undefined) throw outOfOrder(`The case is '${from}' (${stateNamesZh[from]}), the last state.`)
  if (next !== to) {
    throw outOfOrder(
      `The case is '${from}' (${stateNamesZh[from]}); next comes '${next}' (${stateNamesZh[next]}), not '${to}'.`,
    )
  }
}

const outOfOrder = (message: string) => new ShulianError('CASE_STATE_ORDER', message, { status: 409 })

export const responseWorkingDays = 3

/** So many working days later, Saturdays and Sundays left out; public holidays are not known here. */
export const dueAfter = (from: Date, workingDays: number): Date => {
  const due = new Date(from)
  for (let left = workingDays; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1)
    if (due.getUTCDay() % 6 !== 0) left -= 1
  }
  return due
}
