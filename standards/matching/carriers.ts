import type { Description } from '../record/v1-draft.js'

/** Nothing else is said of print more closely. */
const large = /large print|大字/iu

/** What the text is on, from the words of catalogues: `electronic/pdf`, `audio/cd`, `print`. The first that fits. */
const forms: [RegExp, string][] = [
  [/braille|盲文|点字|pistekirjoitus|tactile/iu, 'braille'],
  [/microf|microopaque|aperture card|缩微|縮微|胶片|胶卷|mikrofi/iu, 'microform'],
  [/handschrift|manuscript|手稿|抄本|稿本|写本/iu, 'manuscript'],
  [/daisy/iu, 'audio/daisy'],
  [/blu-?ray/iu, 'video/bluray'],
  [/dvd/iu, 'video/dvd'],
  [/videocass|vhs|录像带/iu, 'video/cassette'],
  [/videodis|video ?disc/iu, 'video'],
  [/cd-?rom|computer (?:disc|optical)|direct electronic/iu, 'electronic/direct'],
  [/\blp\b|33 ?1\/3 rpm|vinyl|schallplatte/iu, 'audio/lp'],
  [/\bcds?\b|compact dis[ck]/iu, 'audio/cd'],
  [/audio ?cass|sound cass|录音带|kasetti/iu, 'audio/cassette'],
  [/audio|sound disc|录音|有声/iu, 'audio'],
  [/\bpdf\b/iu, 'electronic/pdf'],
  [/\bepub\b|mobi\b/iu, 'electronic/epub'],
  [/online|on-line|网络|網路|verkkoaineisto|verkkojulkaisu|web ?site/iu, 'electronic/online'],
  [
    /electronic|elektron|électronique|электрон|电子|電子|e-?book|数字|kindle|光盘|光碟|computer file|text file/iu,
    'electronic',
  ],
  [large, 'print/large'],
  [
    /^\s*(?:v|vols?|volumes)\.?(?=\s*(?:[:;,(]|\d+\s*cm|$))|^\s*[册冊](?=\s*(?:[;；,]|$))|\d\s*(?:页|頁|册|冊|p\b|pp\b|pages|leaves|S\.|Seiten|с\.|стр|sivua|v\b)|print|hardback|paperback|hardcover|pbk|hbk|cloth|\bvolume\b|平装|精装|线装|纸质|broch|geb\b|kart\b|nid\b|sid\b|nidottu|sidottu|kovakantinen|painettu/iu,
    'print',
  ],
]

/** What is none of those before the last, as most are, is told by one look. */
const notPrint = new RegExp(
  forms
    .slice(0, -1)
    .map(([form]) => form.source)
    .join('|'),
  'iu',
)

const formOf = (text: string): string | undefined =>
  (notPrint.test(text) ? forms : forms.slice(-1)).find(([form]) => form.test(text))?.[1]

/** Libraries for the blind: a recording that they publish is in DAISY, whatever its cataloguer calls it. */
const forTheBlind = /\bcelia\b/iu

/**
 * The medium and carrier that fields are for, then extent (`1 online resource (320 p.)` is electronic though it has
 * pages), title, edition, and the qualifier of the only ISBN. A file format is more than `online`. A record that says
 * nothing is of unknown carrier, not of print.
 */
export function carrierOf({ extent, notes, edition, identifiers, titles }: Description): string | undefined {
  const media = notes.filter(({ kind }) => kind === 'medium' || kind === 'carrier').map(({ value }) => value)
  const isbns = identifiers.filter(({ scheme }) => scheme === 'isbn')
  const inTitle = [titles[0]?.subtitle, /\[[^\]]+\]$/u.exec(titles[0]?.value ?? '')?.[0]]
  const labels = identifiers
    .filter(({ scheme }) => scheme === 'publisher-number')
    .map(({ qualifier }) => qualifier)
  if (labels.some((label) => label && forTheBlind.test(label))) return 'audio/daisy'
  const texts = [...media, extent, ...inTitle, edition, isbns.length === 1 ? isbns[0]?.qualifier : undefined]
  let first: string | undefined
  for (const text of texts) {
    if (!text || (first === 'print' && !large.test(text))) continue
    const carrier = formOf(text)
    if (carrier === undefined || carrier === first) continue
    if (first !== undefined) {
      if (carrier.startsWith(`${first.split('/')[0]}/`)) return carrier
    } else if (carrier.includes('/') && carrier !== 'electronic/online' && carrier !== 'audio/cd') {
      return carrier
    } else first = carrier
  }
  return first
}

const access = new Set(['online', 'direct'])

/** `electronic` may be either of `electronic/pdf` and `electronic/epub`; online and pdf say two things of one. */
export function isOneCarrier(a: string, b: string): boolean {
  const [[one, form], [other, twin]] = [a.split('/'), b.split('/')] as [string[], string[]]
  if (one !== other) return false
  // Print of which nothing is said is in letters of the usual size.
  if (one === 'print') return form === twin
  return form === undefined || twin === undefined || form === twin || access.has(form) !== access.has(twin)
}
