/** DCMI Metadata Terms, the fifteen elements and their refinements, whatever namespace they stand in; theses; Europeana. */
export const dublinCoreElements = `
title           | | titles/original         | title       | the first is the title; another in another script is parallel to it, else a variant; behind the stroke of ISBD a statement that names who made it
alternative     | | titles/variant          | alternative |
creator         | | agents/aut              | agents      | several names by semicolons, and by commas before a word for their role (大前研一，裴立杰著); (清)曹雪芹著 has its role and its time with it; persons and bodies are told by their words
contributor     | | agents/ctb              | agents      | as creator
advisor         | | agents/ths              | agents      | of a thesis
grantor institution | | agents/dgg          | agents      | the university of a thesis
degree qualificationname qualificationlevel level discipline | | notes/thesis | note |
date            | | dates/issued            | plainDate   | with the clock’s hour it is the time of an upload: modified
issued available | | dates/issued           | date        |
created         | | dates/created           | date        |
modified        | | dates/modified          | date        |
dateCopyrighted | | dates/copyright         | date        |
dateAccepted dateSubmitted valid | | -      |             | steps of an office, no dates of the thing
identifier pid  | | identifiers             | identifier  | its scheme is told from its form; a web address is a link
language        | | languages/text          | language    | ISO 639 in any form; else a finding LANGUAGE_UNKNOWN
subject         | | subjects/keyword        | subject     | several by semicolons; a number of 中图法 is a class
coverage spatial | | subjects/place         | subject     |
temporal        | | subjects/period         | subject     |
hasType         | | subjects/genre          | subject     | Europeana
type            | | type                    |             | read of all of them together: “text” beside “Doctoral thesis” is a thesis
isShownAt originalRecord | | links             | link        | Europeana and DPLA: its page at the member
publisher       | | publication             | publisher   |
rights license  | | licence                 | rights      | an address or words
rightsHolder    | | notes/copyright         | note        |
accessRights    | | notes/access            | note        |
relation isRelatedTo references isReferencedBy requires isRequiredBy conformsTo | | relations/related | relation | a number of a known form is an identifier, else a title
isPartOf        | | relations/host          | relation    |
hasPart         | | relations/part          | relation    |
isVersionOf hasVersion isFormatOf | | relations/other-edition | relation |
replaces        | | relations/earlier       | relation    |
isReplacedBy    | | relations/later         | relation    |
source          | | notes/source            | note        |
provenance      | | notes/provenance        | note        |
audience educationLevel | | notes/audience  | note        |
currentLocation | | notes/location          | note        | Europeana
description abstract | | abstracts          | abstract    |
tableOfContents | | notes/contents          | note        |
bibliographicCitation | | notes/citation    | note        |
format          | | extent                  | format      | a media type is a note
extent          | | extent                  | extent      | the first; further ones are notes
medium          | | notes/format            | note        |
dataProvider provider intermediateProvider mediator year ugc europeanaProxy preview object iiifManifest generatedAtTime | | - | | Europeana and DPLA: who passed the record on, thumbnails, marks of their systems
bookshelf downloads marc010 marc508 marc520 | | - | | Gutenberg: its shelves and counts
recordPacking recordPosition recordSchema | | - | | of SRU
alias begin end birthdate deathdate | | - | | of a person or a time: its authority has them
header/* about/* hasFormat/* | | -               |             | of OAI-PMH; files of the thing
WebResource/* Agent/* Place/* TimeSpan/* Concept/* Organization/* License/* EuropeanaAggregation/* QualityAnnotation/* PersistentIdentifier/* Collection/* | | - | | Europeana: things beside the described one, with titles and dates of their own
accrualMethod accrualPeriodicity accrualPolicy instructionalMethod | | - | | how a collection grows and is taught
`
