import type { Description } from '../record/v1-draft.js'

/** What the text is on. A record that says nothing is of unknown carrier, not of print: members' lists of e-books say little. */
export const carriers = ['print', 'electronic', 'microform', 'braille', 'disc', 'manuscript'] as const
export type Carrier = (typeof carriers)[number]

const forms: [RegExp, Carrier][] = [
  [/braille|盲文|点字|pistekirjoitus/iu, 'braille'],
  [/microf|缩微|縮微|胶片|胶卷|mikrofi/iu, 'microform'],
  [/handschrift|manuscript|手稿|抄本|稿本|写本/iu, 'manuscript'],
  [
    /online|on-line|electronic|elektron|électronique|электрон|电子|電子|e-?book|ebook|网络|網路|数字|pdf|epub|kindle|web ?site|verkkoaineisto|verkkojulkaisu|computer file|text file/iu,
    'electronic',
  ],
  [
    /sound disc|audio|cd\b|cds\b|cd-rom|dvd|videodis|光盘|光碟|录音|cassette|äänil|videocass|blu-?ray|schallplatte/iu,
    'disc',
  ],
  [
    /\d\s*(?:页|頁|册|冊|p\b|pp\b|pages|leaves|S\.|Seiten|с\.|стр|sivua|v\b)|print|hardback|paperback|hardcover|pbk|hbk|cloth|平装|精装|线装|纸质|broch|geb\b|kart\b|nid\b|sid\b|nidottu|sidottu|painettu/iu,
    'print',
  ],
]

/** Extent first: `1 online resource (320 p.)` is electronic though it has pages. Then medium, edition and qualifiers of numbers. */
export function carrierOf({ extent, notes, edition, identifiers, titles }: Description): Carrier | undefined {
  const media = notes.filter(({ kind }) => kind === 'medium' || kind === 'carrier').map(({ value }) => value)
  const qualifiers = identifiers.length === 1 ? [identifiers[0]?.qualifier] : []
  const inTitle = /\[[^\]]+\]$/u.exec(titles[0]?.value ?? '')?.[0]
  for (const text of [...media, extent, inTitle, edition, ...qualifiers]) {
    const found = text && forms.find(([form]) => form.test(text))
    if (found) return found[1]
  }
  return undefined
}
