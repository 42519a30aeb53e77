/** MODS 3 (Library of Congress) by the path of each element inside `mods`; `/*` is all that stands under it. */
export const modsElements = `
titleInfo/title          | | titles/original       | | without a type the title proper, further ones variants; translated or transliterated are parallel
titleInfo/nonSort        | | titles/original       | | the article, counted as not filed
titleInfo/subTitle       | | titles/original       | |
titleInfo/partNumber titleInfo/partName | | titles/original | |
name/namePart            | | agents                | | family and given name, terms of address, date by @type; @valueURI the authority; @usage the main one
name/displayForm         | | agents                | | where there are no parts
name/nameIdentifier      | | agents                | | number in an authority file
name/role name/role/roleTerm | | agents            | | several roles are several entries; a code decides, the word is kept
name/*                   | | -                     | | affiliation, etal, description
typeOfResource           | | type                  | | with issuance and genre; @manuscript is an archive
genre                    | | subjects/genre        | | @authority the scheme; also the type
originInfo/place/placeTerm | | publication         | | in words; codes of countries are passed over
originInfo/publisher     | | publication           | |
originInfo/dateIssued originInfo/dateOther | | dates/issued | | start and end make one; @qualifier makes it ~ or ?
originInfo/dateCreated   | | dates/created         | |
originInfo/copyrightDate | | dates/copyright       | |
originInfo/edition       | | edition               | |
originInfo/issuance      | | type                  | | continuing is a serial
originInfo/frequency     | | notes/frequency       | |
originInfo/*             | | -                     | | when it was digitised, valid or changed
language language/languageTerm | | languages/text  | | @objectPart: summary, original
language/scriptTerm      | | -                     | | told from the words themselves
physicalDescription/extent | | extent              | |
physicalDescription/form physicalDescription/internetMediaType physicalDescription/note | | notes/format | |
physicalDescription/*    | | -                     | | quality and origin of the digital copy, in codes
abstract                 | | abstracts             | |
tableOfContents          | | notes/contents        | |
targetAudience           | | notes/audience        | |
note                     | | notes                 | | @type is its kind; a statement of responsibility is none
subject                  | | subjects              | | words without children
subject/topic subject/occupation | | subjects/topic | | the first child is the heading, others subdivide it; @authority the scheme, @valueURI its number
subject/geographic subject/hierarchicalGeographic | | subjects/place | |
subject/geographic/* subject/hierarchicalGeographic/* | | subjects/place | | from the large to the small
subject/temporal         | | subjects/period       | |
subject/genre            | | subjects/genre        | |
subject/name/namePart    | | subjects/person       | | corporate and conference are organisations
subject/titleInfo/title  | | subjects/title        | |
subject/*                | | -                     | | coordinates and codes
classification           | | classes               | | @authority the scheme, @edition
relatedItem/titleInfo/title relatedItem/titleInfo/nonSort relatedItem/titleInfo/subTitle | | relations | | @type: host, series, constituent, preceding, succeeding, original, other version
relatedItem/titleInfo/partNumber | | relations     | | number in a series
relatedItem/part/*       | | relations             | | where in the host: volume, issue, date, pages
relatedItem/identifier   | | relations             | |
relatedItem/*            | | -                     | | its makers, places and addresses: its own record has them
identifier               | | identifiers           | | @type says of what, else its form; @invalid cancelled; lccn and oclc are control numbers
location/url             | | links                 | | @displayLabel
location/physicalLocation | | holdings             | |
location/shelfLocator location/holdingSimple/copyInformation/shelfLocator | | holdings | |
location/holdingSimple/copyInformation/subLocation location/holdingSimple/copyInformation/itemIdentifier location/holdingSimple/copyInformation/enumerationAndChronology | | holdings | |
location location/*      | | -                     | | words around them
accessCondition          | | licence               | | @type restriction is a note of access
part/*                   | | relations/host        | | where in the host that relatedItem names, else a note of numbering
recordInfo/recordIdentifier | | sourceId           | | with @source also a number of that agency
recordInfo/*             | | -                     | | who made the record and when
extension/*              | | -                     | | what one system adds
`
