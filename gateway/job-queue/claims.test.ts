import t from 'tap'
import { createClaimant, isGone } from './claims.js'

const me = createClaimant('here')
const later = 2000
const now = 1000

t.test('a claim that lapsed is gone, whoever holds it', async (t) => {
  t.equal(isGone({ claimedBy: me.name, claimedPid: process.pid, claimedUntil: now }, me, now), true)
})

t.test('a claim of this process, also by another queue in it, is held', async (t) => {
  const other = createClaimant('here')
  t.equal(isGone({ claimedBy: other.name, claimedPid: process.pid, claimedUntil: later }, me, now), false)
})

t.test('an earlier start with the same process id, as in a container, is gone', async (t) => {
  t.equal(isGone({ claimedBy: 'here 12.5 x', claimedPid: process.pid, claimedUntil: later }, me, now), true)
})

t.test('a process of this machine is asked for, one of another machine never', async (t) => {
  const nobody = 2 ** 22 + 1
  t.equal(isGone({ claimedBy: 'here 12.5 x', claimedPid: process.ppid, claimedUntil: later }, me, now), false)
  t.equal(isGone({ claimedBy: 'here 12.5 x', claimedPid: nobody, claimedUntil: later }, me, now), true)
  t.equal(isGone({ claimedBy: 'there 12.5 x', claimedPid: nobody, claimedUntil: later }, me, now), false)
})
