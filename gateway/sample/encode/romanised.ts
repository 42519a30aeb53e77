import type { DataField } from '../../../standards/formats/marc.js'
import type { Work, WorkAgent } from './work.js'

/** Pairs of a romanised field and its original in 880 (MARC 21 Appendix A, model A). */
export interface Links {
  /** The field as it is, or its romanised twin while the original waits to be written as 880. */
  romanised(original: DataField[], twin: (link: string) => DataField[]): DataField[]
  originals(): DataField[]
}

export function createLinks(isOn: boolean): Links {
  const originals: DataField[] = []
  return {
    romanised(original, twin) {
      const [field] = original
      if (!isOn || !field) return original
      const number = String(originals.length + 1).padStart(2, '0')
      const link = { code: '6', value: `${field.tag}-${number}/$1` }
      originals.push({ ...field, tag: '880', subfields: [link, ...field.subfields] })
      return twin(`880-${number}`)
    },
    originals: () => originals,
  }
}

/** `hong lou meng` → `Hong lou meng`: titles keep their syllables apart (ALA-LC). */
export function romanisedTitle(work: Work): [string, string | undefined][] {
  const names = work.agents.flatMap((agent) => (agent.pinyin ? [spokenName(agent)] : []))
  const title = capital(work.titlePinyin ?? '')
  return [
    ['a', names.length > 0 ? `${title} /` : title],
    ['c', names.length > 0 ? `${names.join(', ')}.` : undefined],
  ]
}

/** `cao xue qin` → `Cao, Xueqin`; organisations keep their syllables. */
export function romanisedName(agent: WorkAgent): string {
  const [family, given] = nameParts(agent)
  return given ? `${family}, ${given}` : family
}

const spokenName = (agent: WorkAgent): string => nameParts(agent).filter(Boolean).join(' ')

const longFamilyNames = /^(司马|司馬|欧阳|歐陽|诸葛|諸葛|上官|皇甫|令狐|慕容|东方)/

function nameParts({ name, pinyin = '', kind }: WorkAgent): [string, string] {
  if (kind === 'organisation') return [capital(pinyin), '']
  const syllables = pinyin.split(' ')
  const length = longFamilyNames.test(name) ? 2 : 1
  return [capital(syllables.slice(0, length).join('')), capital(syllables.slice(length).join(''))]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
