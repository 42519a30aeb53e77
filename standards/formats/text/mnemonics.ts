import type { Finding } from '../../record/change.js'

/** Marks of the MARCMaker character table by their names; they stand before the letter, as in MARC-8. */
const markNames = `
acute 0301|grave 0300|circ 0302|tilde 0303|macr 0304|breve 0306|dot 0307|uml 0308|hooka 0309|ring 030a|dblac 030b|caron 030c
candra 0310|commar 0315|comma 0313|dotb 0323|under 0332|dblunder 0333|cedil 0327|ogon 0328|rcedil 031c|rcommaa 0313|ringb 0325
breveb 032e|llig fe20|rlig fe21|ldbltil fe22|rdbltil fe23|hooksb 0321|rhook 0328|lhook 0326|commab 0326|mllhring 02bf|dbldot 0324|dbldotb 0324
`
/** Characters that are no letter with a mark. */
const signNames = `
dollar 24|bsol 5c|lcub 7b|rcub 7d|verbar 7c|amp 26|lt 3c|gt 3e|quot 22|num 23|percnt 25|apos 27|lpar 28|rpar 29|ast 2a|plus 2b|comma 2c|hyphen 2d|period 2e|sol 2f
colon 3a|semi 3b|equals 3d|quest 3f|commat 40|lsqb 5b|rsqb 5d|caret 5e|lowbar 5f|spacegrave 60|spacetil 7e|space 20|excl 21
Lstrok 141|lstrok 142|Ostrok d8|ostrok f8|Dstrok 110|dstrok 111|THORN de|thorn fe|AElig c6|aelig e6|OElig 152|oelig 153|softsign 2b9|hardsign 2ba
middot b7|flat 266d|reg ae|plusmn b1|Ohorn 1a0|ohorn 1a1|Uhorn 1af|uhorn 1b0|mlrhring 2be|mllhring 2bf|alif 2be|ayn 2bf|inodot 131|pound a3|eth f0|deg b0
scriptl 2113|phono 2117|copy a9|sharp 266f|iquest bf|iexcl a1|szlig df|esszet df|euro 20ac|laquo ab|raquo bb|sect a7|para b6|cent a2|yen a5|micro b5
frac12 bd|frac14 bc|frac34 be|times d7|divide f7|sup0 2070|sup1 b9|sup2 b2|sup3 b3|sup4 2074|sub0 2080|sub1 2081|sub2 2082|sub3 2083|alpha 3b1|beta 3b2|gamma 3b3
ldquo 201c|rdquo 201d|lsquo 2018|rsquo 2019|ndash 2013|mdash 2014|nbsp a0|esc 1b|joiner 200d|nonjoin 200c|nsbeg 98|nsend 9c
`

const table = (rows: string): Map<string, string> =>
  new Map(
    rows
      .trim()
      .split(/[|\n]/)
      .map((row) => row.trim().split(' ') as [string, string])
      .map(([name, code]) => [name, String.fromCodePoint(Number.parseInt(code, 16))]),
  )
const marks = table(markNames)
const signs = table(signNames)

const mnemonic = /\{([A-Za-z][A-Za-z0-9]{1,11})\}(\p{L}?)/gu

/** The text with each mnemonic as its character: `{eacute}`, `{acute}e` and `{dollar}`. An unknown one stays, with a finding. */
export function withCharacters(text: string, findings: Finding[]): string {
  if (!text.includes('{')) return text
  return text
    .replace(mnemonic, (whole, name: string, letter: string) => {
      const character = characterOf(name, letter)
      if (character === undefined) addOnce(findings, unknown(name))
      return character ?? whole
    })
    .normalize('NFC')
}

function characterOf(name: string, letter: string): string | undefined {
  const mark = marks.get(name)
  if (mark !== undefined && (letter !== '' || !signs.has(name))) return letter + mark
  const sign = signs.get(name)
  if (sign !== undefined) return sign + letter
  const onLetter = marks.get(name.slice(1))
  return onLetter === undefined ? undefined : (name[0] as string) + onLetter + letter
}

const unknown = (name: string): Finding => ({
  code: 'MARC_MNEMONIC_UNKNOWN',
  detail: `{${name}} is no character of the MARCMaker table; it was kept as written. A brace is written {lcub}.`,
  detailZh: `{${name}} 不在 MARCMaker 字符表中，已原样保留；花括号应写作 {lcub}。`,
  got: `{${name}}`,
})

/** A text may repeat a fault on each of its lines: said once of a record. */
export function addOnce(findings: Finding[], finding: Finding): void {
  if (!findings.some(({ code }) => code === finding.code)) findings.push(finding)
}
