import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../root.js'
import type { Item } from './documents.js'

/** What somebody typed to find the work of this title. */
export interface Asked {
  group: 'Chinese' | 'English' | 'variations' | 'scripts'
  kind: string
  query: string
  title: string
}

export interface Drawn {
  items: Item[]
  asked: Asked[]
}

const drawing = join(projectRoot(), 'gateway', 'bench', 'recall', 'draw.py')
const seed = process.env['SEED'] ?? '1'
const perKind = '400'

/** Items and queries, or why there are none. */
export const drawFrom = (corpus: string): Drawn | string => {
  const python = process.env['PYTHON'] ?? 'python3'
  const { stdout, stderr, status } = spawnSync(python, [drawing, corpus, seed, perKind], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0)
    return `the queries are drawn with ${python}, opencc, jieba and pypinyin: ${lastLine(stderr)}`
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { item: Item } | Asked)
  return {
    items: lines.flatMap((line) => ('item' in line ? [line.item] : [])),
    asked: lines.flatMap((line) => ('item' in line ? [] : [line])),
  }
}

const lastLine = (text: string | null): string => text?.trim().split('\n').at(-1) ?? 'it could not be started'
