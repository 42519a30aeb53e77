/** MAB2 (Maschinelles Austauschformat für Bibliotheken, 2001) and what Aleph made of it: title records. */
export const mab2Record = `
LDR |05       | deleted                 |                | d: the source deleted the record
    |23       | kind                    |                | p k s: an authority, whose heading stands as the title
001 |a        | sourceId                | recordNumber   | the source’s own number
002 003 004 005 006 |* | -              |                | clocks of its own system
010 |a        | relations/set           |                | number of the record of the set, where the volume has a title of its own
016 020 021 022 |* | notes/local        | local          | numbers of the record in other systems that are not named
025 |a        | controlNumbers          | agencyNumber   | indicator says whose: a DNB, z ZDB, o OCLC, c LCCN …
026 |a        | controlNumbers          | unionNumber    | number in a union catalogue, its first three letters the catalogue
030 036 050 058 060 061 062 070 073 076 078 080 090 |* | - |  | codes: status, country, material, carrier, library, selection, sorting
037 |a        | languages/text          | language       | several codes in a row are parted: gereng
038 |a        | languages/original      | language       |
051 052 |a    | type                    |                | 051 a a part of something; 052 a serial
    |b        | -                       |                |
064 |a 9      | subjects/genre          | genre          | form as a heading; also the type
    |x y z    | -                       |                | subdivisions
085 |*        | notes/local             | local          | where an article stands, in codes of one library
086 545 634 |a c d | relations/other-edition | otherForm | ISBN, ISSN of another form of it, no numbers of this one
    |b e      | -                       |                | which form
088 |a b c d  | holdings                | holding        | library, location, shelf mark
    |e x      | -                       |                | more of the shelf mark
089 |a n p    | titles/original         |                | number of the volume, beside the title of its set
10X 11X 12X 13X 14X 15X 16X 17X 18X 19X |* | -   |        | fields between the fourth ones: forms that a person is not entered under; the number of its heading (102 a) goes with 100
100 104 108 112 116 120 124 128 132 136 140 144 148 152 156 160 164 168 172 176 180 184 188 192 196 |a p n c d b 4 9 | agents/person | person | indicator: blank and a the main entry, b who took part. [Hrsg.] behind a name, $b or $4 is the role
    |3        | -                       |                |
20X 21X 22X 23X 24X 25X 26X 27X 28X 29X |* | -   |        | forms that a body is not entered under; the number of its heading (202 a) goes with 200
200 204 208 212 216 220 224 228 232 236 240 244 248 252 256 260 264 268 272 276 280 284 288 292 296 |a k g e b h 4 9 | agents/organisation | body | $e makes it a meeting
    |3 c d f n t x | -                  |                | number, place and date of a meeting
300 |*        | -                       |                | a word of the rules for collections
303 304 370 376 |a t | titles/variant   | variantTitle   | uniform and other titles; marks around an article are taken off and counted
    |9 d f m n o p r u g | -            |                | parts of the uniform title
310 |a t      | titles/variant          | variantTitle   | the form that it is filed by; where 331 is missing the title
331 |a t      | titles/original         | properTitle    |
333 |a        | titles/original         |                | body that a yearbook is called after, where 331 is missing
334 |a        | notes/medium            | note           | kind of material; also the type
335 |a        | titles/original         | subtitle       | what explains the title
341 345 349 |a t | titles/parallel      | variantTitle   |
342 343 344 346 347 348 350 351 |* | -  |                | statements and subtitles of the parallel titles
359 |a        | statement               | statement      |
360 |a        | titles/original         | section        | title of a section of the whole
361 |a        | notes/contents          | note           |
375 |*        | -                       |                | citation forms of serials
403 |a        | edition                 | edition        |
    |A        | -                       |                |
405 |a        | notes/numbering         | note           | which volumes of a serial have appeared
406 |*        | -                       |                | the same in codes
407 |a        | notes/scale             | note           | scale of a map; also the type
410 415 |a    | publication             | place          |
412 417 |a    | publication             | publisher      |
418 |a g h    | notes/printer           | note           |
419 |a b c    | publication             | imprint        | place, publisher, year as on the item
    |A        | -                       |                |
425 |a        | dates/issued            |                | indicator: blank as on the item, a normal form, b first and c last year, p of a sound recording
433 434 435 437 |a | extent             | extent         | pages, illustrations, size, what goes with it
440 443 444 |a b c e g n u | notes/technical | note       | sound, file
451 461 471 481 |a | relations/series   | series         | series ; number
452 453 454 455 456 462 463 464 465 466 472 473 474 475 476 |* | - | | the same series by the number of its record, for sorting
501 505 509 537 |a b c d r p | notes/general | note        | $p is the word before it
503 504 507 |a b c d r p | notes/title   | note           |
508 |a b c d r p | notes/references     | note           | VD16 and other bibliographies
510 |a b c d r p | notes/presentation   | note           | score, parts
511 |a b c d r p | notes/publication    | note           |
512 |a b c d r p | notes/collation      | note           |
516 |a b c d r p | notes/language       | note           |
517 |a b c d r p | notes/contents       | note           |
518 |a b c d r p | notes/performers     | note           |
519 520 |a b c d r p | notes/thesis     | note           |
521 |a b c d r p | notes/numbering      | note           | special issues
    |t        | -                       |                |
523 |a b c d r p | notes/frequency      | note           |
525 |a        | relations/host          |                | the host in words, where 590 is missing
    |p        | -                       |                | In
527 |a t x 9  | relations/other-edition | linked         | other title, ISSN, number of its record; with indicator z that comes first, and words that introduce it
529 770 |a t x 9 | relations/supplement | linked         |
530 532 |a t x 9 | relations/related    | linked         |
531 780 |a t x 9 | relations/earlier    | linked         |
533 785 |a t x 9 | relations/later      | linked         |
776 |a t x 9  | relations/other-edition | linked         |
527 529 530 531 532 533 770 776 780 785 |A d h i n p z | - |  | imprint, words that introduce it
540 |a b      | identifiers/isbn        | isbn           | indicator b: a wrong one; binding and price in $b or behind the number
541 |a        | identifiers/ismn        | ismn           |
542 |a        | identifiers/issn        | issn           | indicator b: a wrong one
    |b        | -                       |                |
551 580 |a    | identifiers/publisher-number | numberOf  | of a label; of the order
552 URN |a    | identifiers             | persistent     | DOI, URN
    |p        | -                       |                |
553 |a        | identifiers/ean         | numberOf       | bar code
574 |a        | controlNumbers/dnb      | controlNumber  | number of Deutsche Nationalbibliografie
578 |a        | identifiers/fingerprint | numberOf       | of an early printed book
546 568 |*    | -                       |                | report numbers of one library; announcements (CIP), which name an issue and no title
590 595 596 599 |a | relations/host     |                | the host of an article, its year, where in it, number of its record
591 593 594 597 |* | -                  |                | statement, edition, place and series of the host: its own record has them
610 611 613 614 616 619 621 637 646 659 |a b | notes/reproduction | note | of a copy: edition, places, publishers, year, series, extent
649 |*        | -                       |                | link to the record of the reproduction
651 |a b      | notes/system            | note           | what it takes to use it
652 673 674 675 676 677 678 |* | -       |                | codes and headings of its own system; words of the title once more
653 |a b c d e| notes/physical          | note           |
655 |u 3 y z  | links                   | link           | $3 what is there; $z kostenfrei is open
    |2 A m q s x | -                    |                | who says so, kind of file
670 |a t      | titles/variant          | variantTitle   | in another transliteration
700 |a        | classes                 | notation       | indicator says the scheme: b DDC, c UDC, g RVK, e LCC
    |2 b c    | -                       |                | edition
705 |a e      | classes/ddc             | dewey          | edition in $e
    |c d f g  | -                       |                | its elements
710 711 720 740 |a | subjects/keyword   | keywords       | several in one field
    |2 9 x    | -                       |                |
750 |a        | abstracts               | abstract       |
800 810 82X 83X 84X 85X |* | notes/local | local          | of an authority the heading and its other forms; else who and what is contained
8XX |*        | notes/local             | local          | who and what is contained
902 907 912 917 922 927 |a g p k s t e z f c h n x 9 | subjects | chainLink | links of a chain: s topic, g place, p person, k and e bodies, t title, z period, f form; without subfields the indicator says it, behind the number of the heading
    |b d u    | -                       |                | parts of a name
9XX |*        | -                       |                | the order of chains, other forms of the headings
DEL |a        | deleted                 |                | Y
letters |*    | notes/local             | local          | a field of one system: LOW, HID, GKZ
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
