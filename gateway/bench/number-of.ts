/** What stands behind a flag of the command line. */
export const numberOf = (flag: string, usual: number): number => {
  const at = process.argv.indexOf(flag)
  return at === -1 ? usual : Number(process.argv[at + 1])
}
