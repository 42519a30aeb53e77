import { jsonLines, shulian } from '../command-testing.js'

/** A file imported by a process of its own into the one source of a benchmark. @returns the seconds that its run took */
export const imported = async (dataDir: string, file: string): Promise<number> => {
  const words = ['import', file, '--member', 'bench', '--format', 'marc21', '--json']
  const { code, stdout, stderr } = await shulian(dataDir, ...words)
  if (code !== 0) throw new Error(`the import ended with ${code}: ${stderr}`)
  return (jsonLines(stdout).at(-1) as { seconds: number }).seconds
}

export const addMember = (dataDir: string) =>
  shulian(dataDir, 'members', 'add', 'bench', '--name', 'Bench', '--type', 'library')
