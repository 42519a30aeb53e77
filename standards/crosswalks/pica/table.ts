/** PICA+ of K10plus (GBV, SWB) and the Dutch union catalogue: title records (level 0), libraries and copies (levels 1, 2). */
export const picaRecord = `
002@ |0       | type                    |                | material, then how it appears (b d serial; o s article); T is an authority, whose heading stands as the title
002C |a b     | type                    |                | content type, where 002@ says text
    |2        | -                       |                | vocabulary of the word
002D 002E |*  | -                       |                | media and carrier type: 002@ says it
003@ |0       | sourceId                | ppn            | PPN, the source’s own number; also a number of the union catalogue
003D 003T 007H |* | -                   |                | numbers of records that were merged into this one: would join what is not the same
003O 006L 006X 007G |0 a i | controlNumbers | agencyNumber | number in another catalogue: $a or $i says whose
    |b v      | -                       |                | remarks of a system
003S 006S |0  | controlNumbers/swb      | numberOf       |
004A |0 A f   | identifiers/isbn        | isbn           | $f binding and price; Dutch records write the number in $A
004D |0 A f   | identifiers/isbn        | cancelledIsbn  | formally wrong
004F |0       | identifiers/ismn        | identifier     |
004J 004P 004W 005B 005P |0 | relations/other-edition | otherEdition | ISBN, ISSN, DOI of another form of it, no numbers of this one
    |S f      | -                       |                | which form
004L |0       | identifiers/ean         | identifier     | bar code
004R |0       | identifiers/handle      | identifier     |
004U |0       | identifiers/urn         | identifier     |
004V |0       | identifiers/doi         | doi            |
005A 005I |0 A| identifiers/issn        | issn           |
    |f        | -                       |                | binding
005D |0       | identifiers/issn        | cancelledIssn  | formally wrong
006A |0       | controlNumbers/lccn     | numberOf       |
006B |0       | controlNumbers/bnb      | numberOf       | British National Bibliography
006G 006U |0  | controlNumbers/dnb      | numberOf       | Deutsche Nationalbibliothek
006Z |0       | controlNumbers/zdb      | numberOf       | Zeitschriftendatenbank
006N 006T 006Y |* | -                   |                | announcements (CIP), which name an issue and no title; numbers of systems that are not named
007D 007Y |0  | identifiers/publisher-number | identifier |
    |i        | -                       |                | its kind in words
009P 009Q 017C 017D 017G 017H |u a 3 y 4 | links        | link           | $3 or $y what is there; $4 LF free of charge
    |5 A B S b m q v x z | -            |                | who says so, kind of file, remarks
009@ 001X 001Q 001U 001@ 001A 001B 001D |* | -          |                | clocks, marks and character sets of its own system
010@ |a       | languages/text          | language       | Dutch records write ned
    |c        | languages/original      | language       |
010E |*       | -                       |                | language and rules of cataloguing
011@ |a b n   | dates/issued            | year           | first and last year, the year in the words of the item
    |r        | -                       |                | year in other calendars
011B |a       | notes/reproduction      | note           | year of the reproduction
011F |a n     | dates/copyright         | copyright      |
013D 013H |a d 9 8 7 3 | subjects/genre | heading        |
    |V y z    | -                       |                | copied from the authority
013F |a       | notes/audience          | note           |
    |9 8      | -                       |                | the same as a link
013G 016A 016B 018@ 019@ |* | -         |                | carrier, collection, frequency, country in codes
017F 017K 017L |* | -                   |                | addresses of one library or dealer, packages in codes
020I |a       | abstracts               | abstract       |
020K |a       | notes/review            | note           |
021A |a d     | titles/original         | properTitle    | @ stands where filing begins; $d what explains it
    |f g      | titles/parallel         | parallelTitle  |
    |h        | statement               | statement      |
    |e        | -                       |                | parallel statement
021B |a l     | titles/original         | partTitle      | number and title of a volume whose set has the title
021C |a       | titles/original         | section        | title of a section of the whole
021G |a d 9 8 | titles/parallel         | variantTitle   |
021M 022A 025@ 026C 027A |a d 9 8 | titles/variant | variantTitle |
022S |*       | -                       |                | a word of the rules for collections
022@ 028@ 029@ 030@ 041@ 065@ 065A |* | titles/variant  |                | of an authority: heading and forms that it is not entered under
028A 028B |a A c d D n P l h 4 B 9 8 7 3 | agents/aut   | person         | $9 PPN of the authority, its words in $8 or behind it; $4 or $B the role
028C 028D 028G 028L 028M |a A c d D n P l h 4 B 9 8 7 3 | agents/ctb | person |
028A 028B 028C 028D 028G 028L 028M |E F M V w | -       |                | copied from the authority
029A |a A b g n j p k 4 B 9 8 7 3 | agents/aut | organisation |
029E 029F 029G |a A b g n j p k 4 B 9 8 7 3 | agents/ctb | organisation |
029A 029E 029F 029G |F G V d w | -      |                | copied from the authority
030F |a A b g n j p k 4 B 9 8 7 3 | agents/ctb | meeting   |
031@ 031N |a  | notes/numbering         | note           | which volumes of a serial have appeared
    |0 6 d e j k n | -                  |                | the same in codes
031A |d e j h y | relations/host        | article        | where an article stands in the host that 039B names
    |c        | -                       |                |
032@ |a h     | edition                 | edition        |
032C |a       | notes/reproduction      | note           | edition of the reproduction
033A |p n     | publication             | imprint        | places, publishers
    |h z      | -                       |                | remarks
033B 033C 033N |p n | notes/reproduction | note          | who made the reproduction
033D 033H |*  | -                       |                | place once more, in a standard form
034D 034I 034K 034M |a | extent         | extent         | pages, size, what goes with it, illustrations
036C |a l     | relations/set           | setTitle       | the set in words, number of the volume
    |h m p x  | -                       |                | its makers
036D |9 8 a t l C 6 | relations/set     | linked         | link: $9 PPN, $8 its heading, $t title, $l number in it, $C and $6 a number of it
036F 036G |9 8 a t l C 6 | relations/series | linked      |
036E |a l     | relations/series        | seriesTitle    | the series in words
    |h m p x  | -                       |                | its makers
037A 046C 046D 046H 046K 046M 046P 046W 046X |a | notes/general | note |
    |c f h i u z | -                    |                | words that introduce it, library
037C |a b c d e f | notes/thesis        | note           |
037G |a b c d e f i n | notes/reproduction | note        |
038L |*       | -                       |                | redirections of its own system
039B |9 8 a t l C 6 | relations/host    | linked         |
039C |9 8 a t l C 6 | relations/supplement | linked      |
039D |9 8 a t l C 6 | relations/other-edition | linked   |
039E 039T |9 8 a t l C 6 b | relations/earlier | linked  | $b = s: a later one
039S |9 8 a t l C 6 | relations/later   | linked         |
039I 039M 039N 039P |9 8 a t l C 6 | relations/related | linked |
036D 036F 036G 039B 039C 039D 039E 039I 039M 039N 039P 039S 039T |b d e f h i j n p x A R V X 1 3 5 7 | - | | words that introduce it, imprint of the other, sorting
041A 044F 044K 044L 045D |a d 9 8 7 3 | subjects/topic  | heading        | link to the authority
    |A D E G M V b c g k v z | -        |                | copied from the authority
044A |a s x y z v 9 8 | subjects/lcsh       | subdivided |
    |N S b c d f g k p q t | -          |                | further parts of a name
044C |a s x y z v 9 8 | subjects/mesh       | subdivided |
    |N S t    | -                       |                |
044N 047C 144Z |a | subjects/keyword    | keywords       |
    |S        | -                       |                | by whom
045A 045B |a  | classes/lcc             | class          |
045E |a       | classes/sdnb            | class          | subject groups of the Deutsche Nationalbibliothek
045F 045H |a e| classes/ddc             | class          | edition in $e
    |A c d f g | -                      |                | its elements
045Q |a 9 8   | classes/bk              | class          | Basisklassifikation
    |A V X j  | -                       |                | copied from the authority
045R |a 9 8   | classes/rvk             | class          | Regensburger Verbundklassifikation
    |A J N V j 3 7 | -                  |                | copied from the authority
045C 045G 045M 045S 045V 045X 045Y |* | notes/local     | local          | classes of no named scheme, or of one library
046L |a       | notes/language          | note           |
046U |a       | notes/audience          | note           |
047A 047B 047F |* | -                   |                | remarks for the staff
047I |a       | abstracts               | abstract       |
048H |a       | notes/system            | note           |
091O |*       | -                       |                | where tables of contents were scanned
101@ |a       | holdings                |                | begins a library
    |0        | -                       |                |
145Y 145Z |*  | notes/local             | local          | subjects of one library
1XXX |*       | -                       |                | clocks and marks of one library
203@ |0       | holdings                |                | number of a copy
209A |a b f   | holdings                |                | shelf mark, location
    |B d i j x | -                      |                | loan and sorting
209E 231B |a  | holdings                |                | what is held, in words
209G |a       | holdings                |                | barcode
231@ |d j k 6 | holdings                |                | what is held: volume, year, last year, still going
    |0 n      | -                       |                |
209R 209S |u a 3 y | links              |                | where it is online
    |4        | -                       |                |
237A |a       | notes/copy              | note           | public note of a copy
2XXX |*       | -                       |                | clocks, marks, orders and remarks for the staff of a library
any |T U      | -                       |                | script of a field
    |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXXX |*       | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
