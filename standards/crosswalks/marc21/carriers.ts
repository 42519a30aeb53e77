import type { MarcRecord } from '../../formats/marc.js'
import { addNote, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, sourceOf } from '../marc-steps.js'

/** RDA carrier types and content types (MARC code lists) that tell one form of a work from another. */
const terms: Record<string, string> = {
  cr: 'online resource',
  cd: 'computer disc',
  ce: 'computer disc cartridge',
  ck: 'computer card',
  nc: 'volume',
  nb: 'sheet',
  no: 'card',
  na: 'roll',
  nr: 'object',
  sd: 'audio disc',
  ss: 'audiocassette',
  se: 'audio cylinder',
  st: 'audiotape reel',
  vd: 'videodisc',
  vf: 'videocassette',
  vr: 'videotape reel',
  he: 'microfiche',
  hd: 'microfilm reel',
  hc: 'microfilm cassette',
  hb: 'microfilm cartridge',
  hj: 'microfilm roll',
  ha: 'aperture card',
  hg: 'microopaque',
  txt: 'text',
  sti: 'still image',
  spw: 'spoken word',
  prm: 'performed music',
  ntm: 'notated music',
  tdi: 'two-dimensional moving image',
  cri: 'cartographic image',
  tct: 'tactile text',
  cop: 'computer program',
  cod: 'computer dataset',
}

/** 336, 338 $b: the code, since $a is in the language of the catalogue. */
export const formTerm: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    for (const code of all(field, reads))
      addNote(draft, kind, terms[code.trim()] ?? code, sourceOf(field, reads))
  }

/** 008/23, or 29 of maps and visual materials: form of item. */
const forms: Record<string, string> = {
  a: 'microfilm',
  b: 'microfiche',
  c: 'microopaque',
  d: 'large print',
  f: 'braille',
  o: 'online resource',
  q: 'direct electronic',
  r: 'print reproduction',
  s: 'electronic',
}

/** Form of item (008) and physical description (007), which tell a DVD from a Blu-ray disc and print from online. */
export function readForm(record: MarcRecord, draft: Draft, fixed: string): void {
  const at = 'efgkor'.includes(record.leader[6] ?? ' ') ? 29 : 23
  const form = forms[fixed[at] ?? ' ']
  if (form) addNote(draft, 'carrier', form, `008/${at}`)
  for (const field of record.fields) {
    const physical = field.tag === '007' && 'value' in field ? physicalForm(field.value) : undefined
    if (physical) addNote(draft, 'carrier', physical, '007')
  }
}

/** MARC 21 007/00 category, /01 carrier; speed of a disc (/03), format of a video (/04). */
function physicalForm(codes: string): string | undefined {
  const [category, carrier, , speed = '', format = ''] = codes
  if (category === 'c')
    return carrier === 'r' ? 'online resource' : carrier === 'o' ? 'computer disc' : undefined
  if (category === 'h') return 'microform'
  if (category === 'f') return 'braille'
  if (category === 's' && carrier === 's') return 'audiocassette'
  if (category === 's' && carrier === 'd')
    return speed === 'f' ? 'CD' : 'abcde'.includes(speed) ? 'LP' : undefined
  if (category === 'v')
    return ({ v: 'DVD', s: 'Blu-ray', b: 'videocassette' } as Record<string, string>)[format]
  return category === 't' && carrier === 'b' ? 'large print' : undefined
}
