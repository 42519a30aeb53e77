/** Prints what holds and what does not; the process ends with 1 when something does not. */
export const judging =
  (report: (line: string) => void) =>
  (isSo: boolean, line: string): void => {
    report(`${isSo ? 'holds' : 'FAILS'}  ${line}`)
    if (!isSo) process.exitCode = 1
  }
