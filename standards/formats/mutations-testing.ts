import type { Format } from '../record/change.js'
import type { CarrierName } from './carriers.js'

/** A small file of a carrier, to be mutated: for tests and fuzzers of every reader. */
export interface Seed {
  name: string
  format: Format
  carrier: CarrierName
  bytes: Buffer
}

const seed = (name: string, format: Format, carrier: CarrierName, text: string): Seed => ({
  name,
  format,
  carrier,
  bytes: Buffer.from(text),
})

const picaFields =
  '002@ $0Aau|003@ $01030400229|021A $aMore @for less$dthe leader$hA. B.|028A $dNick$aObolensky$4aut|033A $pLondon$nRoutledge|101@ $a20|203@/01 $0180|209A/01 $aA 18$fH:'
const mabFields =
  '001 HT1|100bHaile, Harry [Hrsg.]|331 ¬Die¬ Wurzeln|425a1998|540a3-16-148410-X|902 \x1fsSprache\x1f9(DE-588)4182540-8'
const mabLeader = '00998nM2.01200024      h'
const dc =
  '<oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>题名 &amp; x</dc:title><dc:creator>Li; 王</dc:creator><dc:date>1998</dc:date></oai_dc:dc>'
const mods =
  '<mods><titleInfo><nonSort>The</nonSort><title>x</title></titleInfo><name><namePart>Li</namePart><role><roleTerm>edt</roleTerm></role></name><originInfo><dateIssued point="start">1990</dateIssued></originInfo><part><extent><start>1</start></extent></part></mods>'
const harvested = (inner: string): string =>
  `<record><header><identifier>oai:1</identifier></header><metadata>${inner}</metadata></record>`
const marcXml =
  '<record><leader>00000nam a2200000   4500</leader><controlfield tag="001">x1</controlfield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">Title &amp; y</subfield></datafield></record>'
const marcJson =
  '{"leader":"00000nam a2200000   4500","fields":[{"001":"j1"},{"245":{"ind1":"0","ind2":" ","subfields":[{"a":"Title {1}"}]}}]}'
const legacyJson =
  '{"v":3,"f":{"000":"00000nam a2200000   4500","001":["j1"],"245":[{"i1":"1","i2":"0","s":[{"a":"Title"}]}]}}'
const mrk =
  '=LDR  00000nam\\\\a2200000\\a\\4500\n=001  b1\n=245  10$aT{eacute}l{dollar} :$bx /$cLi\n=260  \\\\$aA$bB$c1998\n\n'
const aleph =
  '000000007 LDR   L 00000nam^a2200000^a^4500\n000000007 24510 L $$aTitle :$$bx\n000000007 260   L $$aA$$c1998\n'
const workform =
  '00000nam0 2200000   450\n001c1\n010  ▼a978-7-02-000220-7▼dCNY59.70\n2001 ▼a红楼梦▼f曹雪芹著\n***\n'

/** One for each carrier that is read as a text, as XML or JSON of its own, or by separators. */
export const seeds: Seed[] = [
  seed('MARCXML', 'marc21', 'marcxml', `<collection>${marcXml.repeat(2)}<record> </record></collection>`),
  seed(
    'MARCXML of a saved list',
    'marc21',
    'marcxml',
    `<OAI-PMH><ListRecords>${harvested(marcXml)}<record><header status="deleted"><identifier>oai:2</identifier></header></record></ListRecords></OAI-PMH>`,
  ),
  seed('MARCMaker', 'marc21', 'marcmaker', mrk.repeat(3)),
  seed('Aleph sequential', 'marc21', 'alephseq', aleph + aleph.replaceAll('000000007', '000000008')),
  seed('a workform', 'cnmarc', 'lines', workform.repeat(3)),
  seed('MARC in JSON', 'marc21', 'json', `${marcJson}\n${marcJson}\n`),
  seed('MARC in the JSON of RecordManager', 'marc21', 'json', `[${legacyJson},${legacyJson}]`),
  seed('PICA Plain', 'pica', 'pica-plain', `${picaFields.replaceAll('|', '\n')}\n\n`.repeat(3)),
  seed(
    'PICA+ normalised',
    'pica',
    'pica-normalised',
    `${picaFields.replaceAll('|', '\x1e').replaceAll('$', '\x1f')}\x1e\n`.repeat(3),
  ),
  seed(
    'PICA+ import',
    'pica',
    'pica-import',
    `\x1d\n\x1e${picaFields.replaceAll('|', '\n\x1e').replaceAll('$', '\x1f')}\n`.repeat(3),
  ),
  seed('PICA JSON', 'pica', 'pica-json', '[["003@","","0","1"],["021A",null,"a","Title"]]\n'.repeat(3)),
  seed(
    'MAB2 band',
    'mab2',
    'mab2-band',
    `${mabLeader}${mabFields.replaceAll('|', '\x1e')}\x1e\x1d`.repeat(3),
  ),
  seed(
    'MAB2 diskette',
    'mab2',
    'mab2-diskette',
    `### ${mabLeader}\r\n${mabFields.replaceAll('|', '\r\n')}\r\n\r\n`.repeat(3),
  ),
  seed(
    'MAB XML',
    'mab2',
    'mab2-xml',
    `<datei>${'<datensatz typ="h"><feld nr="001" ind=" ">1</feld><feld nr="331" ind=" "><ns>Die</ns> Wurzeln</feld><feld nr="902" ind=" "><uf code="s">x</uf></feld></datensatz>'.repeat(2)}</datei>`,
  ),
  seed(
    'Dublin Core of a saved list',
    'dublin-core',
    'dublin-core-xml',
    `<OAI-PMH><ListRecords>${harvested(dc).repeat(2)}</ListRecords></OAI-PMH>`,
  ),
  seed(
    'Dublin Core in RDF',
    'dublin-core',
    'dublin-core-xml',
    '<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="urn:1"><dc:title>x</dc:title><dc:creator><rdf:Description><rdf:value>Li</rdf:value></rdf:Description></dc:creator></rdf:Description></rdf:RDF>',
  ),
  seed('MODS', 'mods', 'mods-xml', `<modsCollection>${mods.repeat(2)}${harvested(mods)}</modsCollection>`),
  seed(
    'a table',
    'csv',
    'csv',
    '题名,责任者,ISBN,出版年,索书号,荐购人\n红楼梦,"曹雪芹著; 高鹗",9787020002207,1996,I242.4/8,张\n"a ""b"",\nc",d,,1998,,\n',
  ),
]

/** A generator of numbers that the same seed repeats (mulberry32). */
export function numbersFrom(start: number): (below: number) => number {
  let state = (start + 1) * 0x9e3779b1
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Octets that mean something to one carrier or another. */
const telling = Buffer.from('\x00\x1d\x1e\x1f\n\r"<>&[]{}$|=^_\\,;\t/@-\xff\xc3\xe9 0', 'latin1')

/** A file with one to eight faults: octets changed, taken out, doubled, put in; its end cut off. */
export function mutated(bytes: Buffer, run: number): Buffer {
  const below = numbersFrom(run)
  let out = Buffer.from(bytes)
  for (let faults = 1 + below(8); faults > 0 && out.length > 1; faults--) {
    const at = below(out.length)
    const length = Math.min(1 + below(40), out.length - at)
    const octet = telling.subarray(below(telling.length)).subarray(0, 1)
    const [before, after] = [out.subarray(0, at), out.subarray(at + length)]
    const change = [
      () => Buffer.concat([before, octet, out.subarray(at + 1)]),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([out.subarray(0, at + length), out.subarray(at)]),
      () => Buffer.concat([before, octet, out.subarray(at)]),
      () => Buffer.concat([before, ...Array<Buffer>(30).fill(octet), out.subarray(at)]),
      () => (below(4) === 0 ? before : out),
    ][below(6)]
    out = Buffer.from(change?.() ?? out)
  }
  return out
}
