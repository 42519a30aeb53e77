import { relatorCode } from './relators.js'

/** Words of German cataloguing for what a name did: RAK abbreviations, RDA designations. */
const words: [word: RegExp, role: string][] = [
  [/^(?:verf|verfasser|autor)/, 'aut'],
  [/^(?:hrsg|hg|herausg|begr)/, 'edt'],
  [/^(?:übers|uebers)/, 'trl'],
  [/^(?:ill|illustr)/, 'ill'],
  [/^(?:bearb|red|redak)/, 'edt'],
  [/^(?:komp|komponist)/, 'cmp'],
  [/^(?:dirig)/, 'cnd'],
  [/^(?:mitarb|mitw|beitr|sonst)/, 'ctb'],
  [/^(?:fotogr|photogr)/, 'pht'],
  [/^(?:verlag|verl)/, 'pbl'],
  [/^(?:drucker|druck)/, 'prt'],
  [/^(?:betreuer|akad.*betreuer)/, 'ths'],
  [/^(?:vorredner|vorw|einl)/, 'aui'],
  [/^(?:adressat)/, 'rcp'],
  [/^(?:gefeierter|widm)/, 'dte'],
  [/^(?:grad-verleihende|grad verleihende)/, 'dgg'],
]

/** MARC relator of a role in German words (`[Hrsg.]`, `VerfasserIn`), or in any other form that is known. */
export function germanRole(text: string): string | undefined {
  const word = text
    .toLowerCase()
    .replace(/^[[(]+|[\])]+$/g, '')
    .trim()
  return words.find(([form]) => form.test(word))?.[1] ?? relatorCode(text)
}
