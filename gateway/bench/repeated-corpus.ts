import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.js'
import { randomFrom } from './generated-records.js'

/** Real MARC 21 files beside the project, where there are any. */
const corpus = join(projectRoot(), '..', 'shared', 'corpus', 'marc21')

/** Smaller files are testers' pieces; the large ones are what libraries send. */
const leastBytes = 400_000

export const hasCorpus = (): boolean => existsSync(corpus)

/**
 * The corpus over and over, up to `count` records: every copy has numbers (001, ISBN, ISSN, agencies’) and a title of its own,
 * so that none of them is "unchanged" and none joins the work of another copy: a catalogue has few records of each work.
 * The words of the titles are those of the corpus. Everything else is as the libraries wrote it.
 */
export function* repeatedRecords(count: number, seed: number): Iterable<Uint8Array> {
  const random = randomFrom(seed)
  const originals = filesOf(corpus)
    .filter((path) => path.endsWith('.mrc') && statSync(path).size >= leastBytes)
    .sort()
    .flatMap((path) => recordsIn(readFileSync(path)))
  const words = wordsOf(originals)
  for (let number = 0; number < count; number++) {
    const copy = Buffer.from(originals[number % originals.length] as Uint8Array)
    renumber(copy, number)
    renewNumbers(copy, random)
    if (number >= originals.length) retitle(copy, words, random)
    yield copy
  }
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })

/** Whole records whose length is as stated and whose 001 has room for a number. */
const recordsIn = (bytes: Buffer): Buffer[] => {
  const records: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x1d, at) + 1
    if (end === 0) break
    const record = bytes.subarray(at, end)
    const number = fieldsOf(record).find(({ tag }) => tag === '001')
    if (Number(record.toString('latin1', 0, 5)) === record.length && number && number.to - number.from >= 8)
      records.push(record)
    at = end
  }
  return records
}

interface Place {
  tag: string
  from: number
  to: number
}

const fieldsOf = (record: Buffer): Place[] => {
  const base = Number(record.toString('latin1', 12, 17))
  const places: Place[] = []
  for (let at = 24; at + 12 < base; at += 12) {
    const from = base + Number(record.toString('latin1', at + 7, at + 12))
    places.push({
      tag: record.toString('latin1', at, at + 3),
      from,
      to: from + Number(record.toString('latin1', at + 3, at + 7)) - 1,
    })
  }
  return places
}

/** The length stays, so the directory does. */
const renumber = (record: Buffer, number: number): void => {
  const place = fieldsOf(record).find(({ tag }) => tag === '001') as Place
  record.write(number.toString().padStart(place.to - place.from, '0'), place.from, 'latin1')
}

const renewNumbers = (record: Buffer, random: () => number): void => {
  for (const { tag, from, to } of fieldsOf(record)) {
    const text = record.toString('latin1', from, to)
    const isbn = tag === '020' ? /97[89]\d{10}|\d{9}[\dXx]/.exec(text) : null
    if (isbn) record.write(newIsbn(isbn[0].length, random), from + isbn.index, 'latin1')
    if (tag === '022') {
      // A serial's own number and the one of all its media are mostly the same.
      const issn = newIssn(random)
      record.write(text.replace(/\d{4}-\d{3}[\dXx]/g, issn), from, 'latin1')
    }
    if (ofOthers.has(tag)) record.write(otherDigits(text, random), from, 'latin1')
  }
}

/** What agencies, publishers and others number things by: copies of one record share it, other records do not. */
const ofOthers = new Set(['010', '015', '016', '024', '026', '027', '028', '030', '035', '036', '088'])

/** Codes of subfields and the names of agencies in brackets stay. */
const otherDigits = (text: string, random: () => number): string =>
  text.replace(/\x1f.|\([^)]*\)|\d/g, (piece) =>
    piece.length === 1 ? String(Math.floor(random() * 10)) : piece,
  )

/** Words of three letters and more by their script and length, and Chinese characters, as bytes of UTF-8. */
type Words = Map<string, string[]>

const shapeOf = (word: string): string =>
  word >= '\xe4' ? 'Han' : word >= '\xce' ? `${scriptOf(word)} ${word.length}` : String(word.length)

/** Greek, Cyrillic, Hebrew and Arabic, by the first byte of the first letter. */
const scriptOf = (word: string): string =>
  word < '\xd0' ? 'Greek' : word < '\xd6' ? 'Cyrillic' : word < '\xd8' ? 'Hebrew' : 'Arabic'

const titleWord = /[A-Za-z]{3,}|(?:[\xce-\xdb][\x80-\xbf]){3,}|[\xe4-\xe9][\x80-\xbf]{2}/g

const titleOf = (record: Buffer): Place | undefined => fieldsOf(record).find(({ tag }) => tag === '245')

/** The words of a title and where they stand; the code of a subfield is no part of one. */
const titleWords = (record: Buffer, { from, to }: Place): { word: string; at: number }[] => {
  const text = record.toString('latin1', from, to).replace(/\x1f./g, '\x1f\x1f')
  return [...text.matchAll(titleWord)].map(({ 0: word, index }) => ({ word, at: from + index }))
}

const wordsOf = (records: Buffer[]): Words => {
  const words: Words = new Map()
  for (const record of records) {
    const place = titleOf(record)
    for (const { word } of place ? titleWords(record, place) : []) {
      const alike = words.get(shapeOf(word))
      if (alike) alike.push(word)
      else words.set(shapeOf(word), [word])
    }
  }
  return words
}

/** Each word of the title becomes another one of its length. */
const retitle = (record: Buffer, words: Words, random: () => number): void => {
  for (const place of fieldsOf(record).filter(({ tag }) => titles.has(tag))) {
    for (const { word, at } of titleWords(record, place)) {
      const alike = words.get(shapeOf(word)) ?? [word]
      record.write(alike[Math.floor(random() * alike.length)] as string, at, 'latin1')
    }
  }
}

/** The title proper, uniform titles, variants and those of works in one volume. */
const titles = new Set(['130', '222', '240', '242', '243', '245', '246', '247', '249', '880'])

const newIsbn = (length: number, random: () => number): string => {
  const digits = Array.from({ length: length === 13 ? 12 : 9 }, () => Math.floor(random() * 10))
  if (length === 13) {
    digits.splice(0, 3, 9, 7, 8)
    const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0)
    return digits.join('') + ((10 - (sum % 10)) % 10)
  }
  const check = digits.reduce((total, digit, at) => total + digit * (at + 1), 0) % 11
  return digits.join('') + (check === 10 ? 'X' : check)
}

const newIssn = (random: () => number): string => {
  const digits = Array.from({ length: 7 }, () => Math.floor(random() * 10))
  const check = (11 - (digits.reduce((total, digit, at) => total + digit * (8 - at), 0) % 11)) % 11
  return `${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}${check === 10 ? 'X' : check}`
}
