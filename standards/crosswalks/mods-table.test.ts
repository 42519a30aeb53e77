import t from 'tap'
import { rowsOf } from './field-table.js'
import { modsElements } from './mods/table.js'
import { mods } from './mods.js'

/** One of each element that is read, each with words of its own. */
const whole = `<mods>
<titleInfo><nonSort>The</nonSort><title>Whole</title><subTitle>sub</subTitle><partNumber>pn</partNumber><partName>pname</partName></titleInfo>
<name><namePart>Somebody</namePart><nameIdentifier>https://orcid.org/0000-0002-1825-0097</nameIdentifier><role><roleTerm type="text">editor</roleTerm></role></name>
<name><displayForm>Shown Form</displayForm><role>editor</role></name>
<typeOfResource>cartographic</typeOfResource><genre>postcards</genre>
<originInfo><place><placeTerm type="text">Leiden</placeTerm></place><publisher>Brill</publisher><dateIssued>1998</dateIssued><dateOther>1999</dateOther><dateCreated>1997</dateCreated><copyrightDate>1996</copyrightDate><edition>2nd</edition><frequency>monthly</frequency></originInfo>
<language><languageTerm>ger</languageTerm></language><language>fre</language>
<physicalDescription><extent>9 p.</extent><form>print</form><internetMediaType>image/png</internetMediaType><note>worn</note></physicalDescription>
<abstract>About it</abstract><tableOfContents>One. Two.</tableOfContents><targetAudience>juvenile</targetAudience><note>A note</note>
<subject>Loose words</subject><subject><topic>Mosses</topic><occupation>gatherers</occupation><geographic>Bogor</geographic><temporal>1900-1910</temporal><genre>maps</genre><name><namePart>Fleischer</namePart></name><titleInfo><title>Flora</title></titleInfo></subject>
<subject><hierarchicalGeographic><country>England</country></hierarchicalGeographic></subject><subject><geographic><continent>Asia</continent></geographic></subject>
<classification authority="lcc">QK548</classification>
<relatedItem type="host"><titleInfo><nonSort>A</nonSort><title>Host</title><subTitle>of it</subTitle></titleInfo><part><detail><number>3</number></detail></part><identifier type="issn">0001-3072</identifier></relatedItem>
<relatedItem type="series"><titleInfo><title>Series</title><partNumber>7</partNumber></titleInfo></relatedItem>
<identifier type="isbn">9783161484100</identifier>
<location><shelfLocator>S 2</shelfLocator></location>
<location><url>https://example.org/1</url><physicalLocation>Library</physicalLocation><shelfLocator>S 0</shelfLocator><holdingSimple><copyInformation><subLocation>Hall</subLocation><shelfLocator>S 1</shelfLocator><itemIdentifier>b1</itemIdentifier><enumerationAndChronology>v. 1</enumerationAndChronology></copyInformation></holdingSimple></location>
<accessCondition>Free to use</accessCondition>
<recordInfo><recordIdentifier>r1</recordIdentifier></recordInfo>
</mods>`
const issued =
  '<mods><titleInfo><title>T</title></titleInfo><typeOfResource>text</typeOfResource><originInfo><issuance>continuing</issuance></originInfo><part><detail><number>4</number></detail></part></mods>'

const answer = (xml: string): string => JSON.stringify(mods.describe(Buffer.from(xml)))

/** The document without the first element at a path that has words. */
function without(xml: string, path: string): string {
  const names = path.replace('/*', '').split('/')
  const last = names.at(-1) as string
  const [before, after] = [
    new RegExp(
      names
        .slice(0, -1)
        .map((name) => `<${name}[^>]*>.*?`)
        .join(''),
      's',
    ).exec(xml),
    `<${last}(?: [^>]*)?>.*?</${last}>`,
  ]
  const from = before ? before.index + before[0].length : -1
  if (from < 0) return xml
  const found = new RegExp(after, 's').exec(xml.slice(from))
  return found ? xml.slice(0, from + found.index) + xml.slice(from + found.index + found[0].length) : xml
}

t.test('each element of the table changes the answer', async (t) => {
  for (const { field, place } of rowsOf(modsElements))
    if (place !== '-')
      t.ok(
        [whole, issued].some(
          (xml) => without(xml, field) !== xml && answer(without(xml, field)) !== answer(xml),
        ),
        field,
      )
})

t.test('what is passed over changes nothing', async (t) => {
  for (const { field, place } of rowsOf(modsElements).filter(({ field }) => field.endsWith('/*')))
    if (place === '-') {
      const [outer = ''] = field.split('/')
      const more = whole.replace('</mods>', `<${outer}><unheard>words</unheard></${outer}></mods>`)
      const empty = whole.replace('</mods>', `<${outer}></${outer}></mods>`)
      t.equal(answer(more), answer(empty), field)
    }
})
