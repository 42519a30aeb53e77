import t from 'tap'
import { mods } from './mods.js'

const describe = (content: string) =>
  mods.describe(Buffer.from(`<mods xmlns="http://www.loc.gov/mods/v3" version="3.7">${content}</mods>`))

t.test('what is not filed by is joined to its title without a blank where it opens a bracket', async (t) => {
  const xml = '<mods><titleInfo><nonSort>[</nonSort><title>Letter]</title></titleInfo></mods>'
  t.match(mods.describe(Buffer.from(xml)).description?.titles, [{ value: '[Letter]', nonfiling: 1 }])
})

t.test('titles: article, parts, parallel and uniform ones', async (t) => {
  const { description } = describe(`
    <titleInfo type="uniform"><title>Hong lou meng</title></titleInfo>
    <titleInfo><nonSort>The</nonSort><title>dream of the red chamber</title><subTitle>a novel</subTitle><partNumber>Vol. 2</partNumber></titleInfo>
    <titleInfo type="translated" lang="ger"><nonSort>L'</nonSort><title>rêve</title></titleInfo>`)
  t.match(description?.titles, [
    {
      value: 'The dream of the red chamber',
      nonfiling: 4,
      subtitle: 'a novel',
      part: { number: 'Vol. 2' },
      kind: 'original',
    },
    { value: 'Hong lou meng', kind: 'variant' },
    { value: "L'rêve", kind: 'parallel', language: 'ger' },
  ])
})

t.test('names with their parts, roles by code or word, and authorities', async (t) => {
  const { description } = describe(`
    <titleInfo><title>x</title></titleInfo>
    <name type="personal" usage="primary" valueURI="http://id.loc.gov/authorities/names/n50042832">
      <namePart type="family">Li</namePart><namePart type="given">Wan</namePart><namePart type="date">1920-1999</namePart>
      <role><roleTerm type="text">editor</roleTerm><roleTerm type="code" authority="marcrelator">edt</roleTerm></role>
      <role><roleTerm type="text">Collector</roleTerm></role></name>
    <name type="corporate"><namePart>University of X</namePart></name>`)
  t.match(description?.agents, [
    {
      names: [{ value: 'Li, Wan' }],
      role: 'edt',
      roleText: 'editor',
      dates: '1920-1999',
      authority: { scheme: 'lcnaf', id: 'n50042832' },
      main: true,
    },
    { names: [{ value: 'Li, Wan' }], role: 'col', roleText: 'Collector' },
    { names: [{ value: 'University of X' }], type: 'organisation', role: 'ctb', main: false },
  ])
})

t.test('origin: dates with points and qualifiers, places in words, edition', async (t) => {
  const { description } = describe(`
    <titleInfo><title>x</title></titleInfo><typeOfResource>text</typeOfResource>
    <originInfo><place><placeTerm type="code" authority="marccountry">cc</placeTerm></place>
      <place><placeTerm type="text">Beijing</placeTerm></place><publisher>Zhonghua</publisher>
      <dateIssued encoding="marc" point="start">1990</dateIssued><dateIssued encoding="marc" point="end">1995</dateIssued>
      <copyrightDate qualifier="questionable">1989</copyrightDate><edition>2nd ed.</edition><issuance>serial</issuance><frequency>monthly</frequency></originInfo>
    <language><languageTerm type="code" authority="iso639-2b">chi</languageTerm></language>
    <physicalDescription><extent>3 v.</extent></physicalDescription>`)
  t.match(description, {
    type: 'serial',
    publication: [{ place: 'Beijing', publisher: 'Zhonghua' }],
    dates: [
      { kind: 'issued', edtf: '1990/1995' },
      { kind: 'copyright', edtf: '1989?' },
    ],
    edition: '2nd ed.',
    extent: '3 v.',
    languages: [{ code: 'chi', role: 'text' }],
    notes: [{ kind: 'frequency', value: 'monthly' }],
  })
})

t.test('subjects with subdivisions, classes, identifiers, control numbers', async (t) => {
  const { description, sourceId } = describe(`
    <titleInfo><title>x</title></titleInfo>
    <subject authority="lcsh"><topic>Trade</topic><geographic>China</geographic><temporal>1900-1950</temporal></subject>
    <subject><name type="corporate"><namePart>University of X</namePart></name></subject>
    <classification authority="ddc" edition="23">658.4</classification>
    <identifier type="isbn">978-3-16-148410-0</identifier><identifier type="issn" invalid="yes">0001-3072</identifier>
    <identifier type="oclc">123</identifier><identifier type="uri">https://x.example/1</identifier>
    <recordInfo><recordIdentifier source="OCoLC">r1</recordIdentifier></recordInfo>`)
  t.equal(sourceId, 'r1')
  t.match(description, {
    subjects: [
      {
        value: 'Trade -- China -- 1900-1950',
        kind: 'topic',
        scheme: 'lcsh',
        parts: [
          { kind: 'place', value: 'China' },
          { kind: 'period', value: '1900-1950' },
        ],
      },
      { value: 'University of X', kind: 'organisation' },
    ],
    classes: [{ scheme: 'ddc', value: '658.4', edition: '23' }],
    identifiers: [
      { scheme: 'isbn', value: '9783161484100' },
      { scheme: 'issn', cancelled: true },
    ],
    controlNumbers: [
      { agency: 'oclc', number: '123' },
      { agency: 'oclc', number: 'r1' },
    ],
    links: [{ href: 'https://x.example/1' }],
  })
})

t.test('an article stands in its host; a copy is a holding; rights are a licence', async (t) => {
  const { description } = describe(`
    <titleInfo><title>x</title></titleInfo><genre>article</genre>
    <relatedItem type="host"><titleInfo><title>Journal</title></titleInfo><identifier type="issn">0001-3072</identifier>
      <part><detail type="volume"><number>3</number></detail><date>2004</date><extent unit="pages"><start>12</start><end>20</end></extent></part></relatedItem>
    <relatedItem type="series"><titleInfo><title>Series</title><partNumber>7</partNumber></titleInfo></relatedItem>
    <location><physicalLocation>Main library</physicalLocation><shelfLocator>K 7</shelfLocator><url displayLabel="Scan">https://x.example/s</url></location>
    <accessCondition type="use and reproduction" xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</accessCondition>
    <abstract>What it says.</abstract><note type="statement of responsibility">by Li Wan</note>`)
  t.match(description, {
    type: 'article',
    relations: [
      {
        kind: 'host',
        title: 'Journal',
        number: '3, 2004, 12-20',
        identifiers: [{ scheme: 'issn', value: '0001-3072' }],
      },
      { kind: 'series', title: 'Series', number: '7' },
    ],
    holdings: [{ organisation: { branch: 'Main library' }, callNumber: { full: 'K 7' } }],
    links: [{ href: 'https://x.example/s', label: 'Scan' }],
    licence: { uri: 'https://creativecommons.org/licenses/by/4.0/', text: 'CC BY' },
    abstracts: [{ value: 'What it says.' }],
    statement: 'by Li Wan',
  })
})

t.test('in a saved list the header says whose record it is, and whether it is deleted', async (t) => {
  const listed = (header: string, metadata = '') =>
    mods.describe(
      Buffer.from(`<record><header${header}><identifier>oai:x:1</identifier></header>${metadata}</record>`),
    )
  t.match(listed(' status="deleted"'), { deleted: true, sourceId: 'oai:x:1' })
  t.match(
    listed(
      '',
      '<metadata><mods:mods xmlns:mods="m"><mods:titleInfo><mods:title>x</mods:title></mods:titleInfo></mods:mods></metadata>',
    ),
    {
      deleted: false,
      sourceId: 'oai:x:1',
      description: { titles: [{ value: 'x' }] },
    },
  )
  t.throws(() => listed(''), { finding: { code: 'MODS_INVALID' } })
})
