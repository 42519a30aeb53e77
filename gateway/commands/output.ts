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
      if (!json) process.stdout.write(`${printable(text)}\n`)
    },
    object: (value) => {
      clear()
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
    },
    note: (text) => {
      clear()
      process.stderr.write(`${printable(text)}\n`)
    },
    progress: (text) => {
      clear()
      if (text === null || !process.stderr.isTTY) return
      process.stderr.write(printable(text).slice(0, (process.stderr.columns ?? 80) - 1))
      isDrawn = true
    },
  }
}

/** What comes from data never steers the terminal. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
