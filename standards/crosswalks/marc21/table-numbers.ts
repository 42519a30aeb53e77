/** MARC 21 Format for Bibliographic Data: leader, control fields, numbers and codes (00X–09X). */
export const numbersAndCodes = `
LDR |05       | deleted                 |                | d: the source deleted the record
    |06-08    | type                    |                | kind of record, bibliographic level, archival control
001 |         | sourceId                |                | the source’s own number; with 003 also a number of that agency
002 004 |     | -                       |                | numbers of other records in its own system
003 |         | controlNumbers          |                | whose number 001 is
005 |         | -                       |                | when its own system last wrote it: a clock, no description
006 |         | -                       |                | further kinds of material: the leader says the first, which decides the type
007 |00-04    | notes/carrier           |                | online, disc, microform, braille; CD or LP, DVD or Blu-ray
008 |06-14    | dates                   |                | type of date, two years; the words of 264 stand before them
    |21,24-27 | type                    |                | thesis, report, standard, patent; website, database
    |23,29    | notes/carrier           |                | form of item: microform, large print, braille, online
    |35-37    | languages/text          |                | where 041 says nothing
009 |         | -                       |                | local control field
010 |a        | controlNumbers/lccn     | lccn           | Library of Congress control number
    |b z o    | -                       |                | number of a union catalogue; cancelled number, which would join what is not the same
012 |*        | -                       |                | process codes of CONSER
013 |a b      | identifiers/patent      | number         | patent number, country as qualifier
    |c d e f  | -                       |                | kind, date and status of the patent in codes
014 |*        | -                       |                | linkage number of an embedded holdings record
015 |a 2      | controlNumbers          | nationalNumber | number of a national bibliography, agency in $2
    |q z      | -                       |                | qualifier; cancelled number
016 |a 2      | controlNumbers          | nationalNumber | number of a national library, agency in $2
    |z        | -                       |                | cancelled number
017 |a b d i  | notes/copyright-number  | note           | number of a copyright or legal deposit office
    |2 z      | -                       |                | source of the number; cancelled number
018 |*        | -                       |                | fee for copies of an article
019 029 |*    | notes/local             | local          | numbers that a union catalogue defines for itself: merged records, other agencies
020 |a z q c b| identifiers/isbn        | isbn           | ISO 2108. Price ($c, or inside $a) and qualifier ($q, $b, brackets) are taken off first: their digits are none of the number
    |9        | -                       |                | the number once more, hyphenated (DNB)
022 |a l y z  | identifiers/issn        | issn           | ISO 3297. $y incorrect, $z cancelled
    |m 2      | -                       |                | cancelled ISSN-L; centre that gave it
024 |a q z 2 c| identifiers             | otherNumber    | kind by indicator 1, or in $2: DOI, ISMN, EAN …; $z cancelled, $c price
    |d 1      | -                       |                | additional codes behind a bar code; a second address of the same
025 |*        | -                       |                | number of an acquisitions programme
026 |a b      | identifiers/fingerprint | number         | fingerprint of an early printed book
    |c d e 2 5| -                       |                | source of the fingerprint
027 |a q      | identifiers/standard    | number         | technical report number
    |z        | -                       |                | cancelled number
028 |a b q    | identifiers/publisher-number | number    | number of a sound recording, score or video, the label as qualifier
030 |a        | identifiers/coden       | number         | CODEN
    |z        | -                       |                | cancelled CODEN
031 |*        | -                       |                | incipit in codes for music search
032 |*        | -                       |                | postal registration
033 |*        | -                       |                | date and place of an event in codes: 518 says it in words
034 |*        | -                       |                | scale and coordinates in codes: 255 says them in words
035 |a        | controlNumbers          | systemNumber   | shared only when its agency is named: (OCoLC)123; ocm, ocn and on are OCLC’s
    |9 b c f i q z | -                  |                | cancelled numbers and remarks of one system
036 |a        | identifiers/study       | number         | number of a study of data
037 |*        | -                       |                | where it can be bought, and stock numbers of dealers
038 |*        | -                       |                | who licenses the record’s content
039 |*        | -                       |                | levels of cataloguing (obsolete)
040 |a c d    | notes/cataloguing-source | note          | who made and changed the description
    |b e f 9  | -                       |                | language and rules of cataloguing
041 |a d      | languages/text          | language       | of the text; old records pack several codes in one: engfre
    |h k      | languages/original      | language       | of the original of a translation, of what it was translated through
    |b j      | languages/summary       | language       | of summaries and of subtitles
    |c e f g m n r t 2 | -              |                | of librettos, contents, accompanying matter; originals of those; source of the code
042 |*        | -                       |                | which programme stands for the description
043 |*        | -                       |                | places in codes: 651 says them in words
044 |*        | -                       |                | country in codes: 264 says the place in words
045 |*        | -                       |                | period in codes: 648 and 650 $y say it in words
046 |*        | -                       |                | dates in codes that 008 has no room for
047 |*        | -                       |                | form of music in codes: 655 says it
048 |*        | -                       |                | instruments in codes: 382 says them
049 |*        | -                       |                | which library exported it: the source says that
050 |a b      | classes/lcc             | class          | Library of Congress; $b item number, as on the shelf
    |u        | -                       |                | address of the class
051 |*        | -                       |                | issue, offprint of one copy in one library
052 |*        | -                       |                | place in codes: 651 says it in words
055 |a b      | classes/lcc             | class          | given in Canada
    |2        | -                       |                | scheme of a local number
056 |a 2      | classes/kdc             | class          | KORMARC: Korean Decimal Classification, edition in $2
    |b        | -                       |                | item number of one library
060 |a        | classes/nlm             | class          | National Library of Medicine
    |b        | -                       |                | item number of one library
065 |a 2      | classes                 | otherClass     | other scheme, in $2
066 |*        | -                       |                | character sets: the bytes themselves are asked
069 |*        | -                       |                | number in a medical file (DNB)
070 |a        | classes/nal             | class          | National Agricultural Library
    |b        | -                       |                | item number of one library
072 |a 2      | classes                 | otherClass     | subject category, scheme in $2: bisacsh
    |x        | -                       |                | its subdivision
073 |*        | -                       |                | where a subdivision may be used
074 |*        | -                       |                | item number of the American government’s printer
079 |*        | notes/local             | local          | number in a union catalogue
080 |a        | classes/udc             | class          | Universal Decimal Classification
    |b x 2 h  | -                       |                | item number, auxiliary signs, edition in words
082 |a 2      | classes/ddc             | class          | Dewey, edition in $2; prime marks are for shortening, and are taken out
    |b q m    | -                       |                | item number; who gave the number
083 |a 2      | classes/ddc             | class          | additional Dewey number
    |c m q y z| -                       |                | end of a span; table; who gave it
084 |a 2      | classes                 | otherClass     | scheme in $2; clc, ztf and 中图法 are 中国图书馆分类法
    |b q 0 9  | -                       |                | item number; who gave it; number of the class in its file
085 |*        | -                       |                | how a Dewey number was built
086 |a 2      | classes/govdoc          | otherClass     | number of a government document
    |z b      | -                       |                | cancelled number; item number
088 |a        | identifiers/standard    | number         | report number
    |z        | -                       |                | cancelled number
090 |a b      | classes/lcc             | class          | Library of Congress number given locally
    |m q n p f i | -                    |                | local use of the field
092 |a 2      | classes/ddc             | class          | Dewey number given locally
    |b f      | -                       |                | item number, shelf
096 |a        | classes/nlm             | class          | number of the National Library of Medicine given locally
    |b z      | -                       |                | item number
09X |*        | notes/local             | local          | local call numbers, of no stated scheme
`
