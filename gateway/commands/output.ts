import { printableJson, printableLine } from '../printable.js'
import type { Output } from './command.js'

/** stdout carries results, stderr everything about the work; a progress line is drawn over itself on a terminal. */
export const createOutput = (json: boolean): Output => {
  let isDrawn = false
  const clear = () => {
    if (isDrawn) process.stderr.write('\r\u001b[K')
    isDrawn = false
  }
  return {
    json,
    line: (text) => {
      clear()
      if (!json) process.stdout.write(`${printableLine(text)}\n`)
    },
    object: (value) => {
      clear()
      if (json) process.stdout.write(`${printableJson(JSON.stringify(value))}\n`)
    },
    note: (text) => {
      clear()
      process.stderr.write(`${printableLine(text)}\n`)
    },
    progress: (text) => {
      clear()
      if (text === null || !process.stderr.isTTY) return
      process.stderr.write(printableLine(text).slice(0, (process.stderr.columns ?? 80) - 1))
      isDrawn = true
    },
  }
}
