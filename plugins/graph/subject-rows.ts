import type { WorkDocument } from '../../gateway/contracts/index.js'
import { readDescription } from '../../standards/record/packed.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { captionOf, classNumber, type Scheme } from '../../standards/subjects/classes.js'
import { foldWords } from '../../standards/text/folding.js'
import { titleKey } from '../../standards/text/title-key.js'
import { subjectIdOf } from './ids.js'
import type { SubjectTables } from './subject-tables.js'

type About = SubjectTables['graphAbout']
type Subject = SubjectTables['graphSubject']

/** As a record says it. */
export interface StatedSubject {
  value: string
  /** topic, place, keyword …; class. */
  kind: string
  scheme?: string
}

export interface SubjectRow {
  about: About
  subject: Subject
}

/** Of one record: what is beyond is no subject of anything. */
const most = 100

/** What the records of a work say that it is about; nothing when it is gone. */
export const subjectsIn = (document: WorkDocument): SubjectRow[] => {
  if (document.gone) return []
  const { id: work, records } = document.parts
  return records.flatMap(({ id: record, source, description }) => {
    const found = new Map<string, { subject: Subject; stated: StatedSubject[] }>()
    for (const { subject, stated } of subjectsOf(readDescription(description)).slice(0, most)) {
      const known = found.get(subject.id)
      if (known) known.stated.push(stated)
      else found.set(subject.id, { subject, stated: [stated] })
    }
    return [...found.values()].map(({ subject, stated }) => ({
      subject,
      about: { subject: subject.id, record, work, source, stated: JSON.stringify(stated) },
    }))
  })
}

const subjectsOf = ({ subjects, classes }: Description): { subject: Subject; stated: StatedSubject }[] => [
  ...subjects.flatMap(({ value, kind, scheme }) => {
    const key = titleKey(value).slice(0, 200)
    return key === ''
      ? []
      : [{ subject: subjectOf('heading', '', key), stated: { value, kind, ...(scheme && { scheme }) } }]
  }),
  ...classes.flatMap(({ scheme, value }) => {
    const number = classNumber(scheme, value)
    return number === undefined
      ? []
      : [{ subject: subjectOf('class', scheme, number), stated: { value, kind: 'class', scheme } }]
  }),
]

const subjectOf = (kind: Subject['kind'], scheme: string, key: string): Subject => ({
  id: subjectIdOf(kind, scheme, key),
  kind,
  scheme,
  key,
})

/** By what a reader may look it up. */
export const subjectTexts = ({ kind, scheme, key }: Subject): string[] => {
  if (kind === 'heading') return [key]
  const { zh = '', en = '' } = captionOf(scheme as Scheme, key)
  return [...new Set([foldWords(key).join(' '), foldWords(zh).join(''), foldWords(en).join(' ')])].filter(
    Boolean,
  )
}
