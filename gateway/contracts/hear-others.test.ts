import t from 'tap'
import { hearOthers } from './hear-others.js'

t.test(
  'whoever waits for the thread is heard in the midst of long work, whose pieces are done at once',
  async (t) => {
    let heard = 0
    let isWorking = true
    const wait = (): void => {
      heard++
      if (isWorking) setImmediate(wait)
    }
    setImmediate(wait)
    for (let piece = 0; piece < 5; piece++) {
      const end = performance.now() + 10
      while (performance.now() < end);
      await hearOthers()
    }
    isWorking = false
    t.ok(heard >= 5, `heard ${heard} times`)
  },
)
