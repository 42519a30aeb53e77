/** MARC 21 Format for Bibliographic Data: subjects, added entries, linking, series traced, local fields (6XX–9XX). */
export const subjectsAndLinks = `
600 |a b c d q t n p k l f g m o r s v x y z 2 0 7 | subjects/person | subject | $y is the period and $z the place: CNMARC has them the other way. Indicator 2 or $2 says the scheme
    |u h i e 4 j 1 9 w | -              |                | affiliation, medium, role
610 |a b t n p k l f g m o r s d c v x y z 2 0 7 | subjects/organisation | subject |
    |u h i e 4 1 9 w   | -              |                | affiliation, medium, role
611 |a e n d c q t p k l f g s v x y z 2 0 7 | subjects/organisation | subject | a meeting
    |u h i j 4 1 9 b m o r w | -        |                | affiliation, medium, role
630 |a d n p k l f g m o r s t v x y z 2 0 7 | subjects/title | subject |
    |h i e 4 1 9 c w   | -              |                | medium, role
647 |a c d g v x y z 2 0 7 | subjects/topic | subject     | a named event
    |1 9      | -                       |                | address of the event
648 |a v x y z 2 0 7 | subjects/period    | subject        |
    |1 9      | -                       |                | address of the period
650 |a b c d g v x y z 2 0 7 | subjects/topic | subject   |
    |e 4 9 1 t w | -                    |                | role
651 |a b g v x y z 2 0 7 | subjects/place | subject        |
    |e 4 9 1 t s w | -                  |                | role
653 |a        | subjects/keyword        | keywords       | words of no vocabulary, each $a one
    |x        | -                       |                |
654 |a b v y z 2 0 | subjects/topic    | subject        | faceted terms
    |c e 4    | -                       |                | facet, role
655 |a b c v x y z 2 0 7 | subjects/genre | subject        |
    |9 4 1 e  | -                       |                |
656 |a k v x y z 2 0 7 | subjects/topic   | subject        | occupation
657 |a v x y z 2 0 7 | subjects/topic     | subject        | function
658 |*        | -                       |                | aims of a curriculum
662 |a b c d f g h 2 0 | subjects/place  | subject        | place, from the large to the small
    |e 4 1    | -                       |                | role
688 |a        | subjects/topic          | subject        | a subject of no stated kind
689 |*        | -                       |                | the chain of 600–655 once more (German rules)
690 |a v      | classes/clc             | localClass     | 中图法 in Chinese libraries, told by its form; else a local subject
    |b d e x y z 2 9 0 | -              |                | parts of a local subject
700 |a b c d q e 4 0 1 7 t | agents/person | agent        | with $t its author is an author of this one only when indicator 2 = 2 says that it is contained
    |t n p k l f m o r s | relations    | relatedWork    | $t: a work that this one contains (indicator 2 = 2) or touches
    |u g h i j x 9 2 3 5 w | -            |                | affiliation, medium, ISSN
710 |a b n d c e 4 0 1 7 t | agents/organisation | agent  |
    |t p k l f m o r s | relations        | relatedWork    |
    |u g h i q x 9 2 3 5 w | -            |                | affiliation, medium, ISSN
711 |a e n d c q j 4 0 1 7 t | agents/meeting | agent      |
    |t p k l f s | relations             | relatedWork    |
    |u g h i x b 9 2 3 5 w m o r | -      |                | affiliation, medium, ISSN
720 |a e 4    | agents/person           | agent          | a name as found
730 |a d k m n o p r s t l | titles/variant | uniformTitle | uniform title of a part, or related
    |f g h x i b w c e 0 1 2 3 5 9 | -   |                | date, medium, words that introduce it
740 |a n p    | titles/variant          | otherTitle     | title of a part, as on the item
    |h        | -                       |                | medium
751 |a e 4    | notes/place             | note           | place with its part in the making
    |0 1 2 3 9| -                       |                | number of the place
752 |a b c d f g h | notes/place        | note           | place of publication, from the large to the small
    |0 1 2 4 e| -                       |                | number of the place
753 |a b c    | notes/system            | note           | machine, language, system
754 |a        | subjects/topic          | subject        | name of a species
    |c d x z 2 0 1 | -                  |                | rank and source of the name
758 |*        | -                       |                | address of the thing in linked data
760 |t s a g q x z w | relations/series | linking        | main series. Of each: $t title ($s uniform, $a heading), $g and $q where in it, $x ISSN, $z ISBN, $w number of its record
762 |t s a g q x z w | relations/part   | linking        | subseries
765 |t s a g q x z w | relations/translation-of | linking |
767 |t s a g q x z w | relations/other-edition | linking | a translation
770 |t s a g q x z w | relations/supplement | linking    |
772 |t s a g q x z w | relations/host   | linking        | what it supplements
773 |t s a g q x z w | relations/host   | linking        | the journal or book that it stands in
774 |t s a g q x z w | relations/part   | linking        |
775 |t s a g q x z w | relations/other-edition | linking |
776 |t s a g q x z w | relations/other-edition | linking | the same in another form
777 |t s a g q x z w | relations/related | linking       | issued with
780 |t s a g q x z w | relations/earlier | linking       |
785 |t s a g q x z w | relations/later  | linking        |
786 |t s a g q x z w | relations/related | linking       | source of data
787 |t s a g q x z w | relations/related | linking       |
760 762 765 767 770 772 773 774 775 776 777 780 785 786 787 |b c d h i j k m n o p r u y 1 2 4 7 9 0 e f | - | | edition, imprint, extent and notes of the other: its own record has them
800 810 811 |t n p v x w | relations/series | series    | series traced under its author
    |a b c d e q 4 0 1 2 3 5 7 9 f g h j k l m o r s u y | - | | its author and the rest of the heading
830 |a n p v x w | relations/series     | series         | the same series as in 490 is one with it
    |d f g h k l m o r s t 0 1 2 3 5 7 9 j y | - |         | date, medium, number in codes
840 |a v      | relations/series        | series         | series traced under its title (obsolete)
    |h x      | -                       |                |
841 |*        | -                       |                | codes of an embedded holdings record
842 |*        | -                       |                | physical form of embedded holdings
843 |*        | -                       |                | reproduction of embedded holdings
844 |*        | -                       |                | unit of embedded holdings
850 |a        | holdings                | heldBy         | libraries that have it
856 |u 3 y z q 7 | links                | link           | $y, $3 and $z say what is there; $7: 0 open, 1 restricted (since 2022); an image is also media
    |a b c d f g h i j k l m n o p r s t v w x 2 9 | - |   | parts of an address, notes for the staff
859 |u 3      | links                   | link           | local address
    |2        | -                       |                |
880 |*        | notes/local             | local          | in another script: read as the field that $6 names, or with it; one that names none is kept
882 |*        | -                       |                | number of the record that took its place
883 |*        | -                       |                | which program made a field
884 |*        | -                       |                | what the record was converted from
885 |*        | -                       |                | how records were matched
886 |*        | -                       |                | fields of another MARC format, unread
887 |*        | -                       |                | the record in another format
889 |*        | -                       |                | number of the record in a union file (DNB)
910 |*        | holdings                | czechShelf     | of a Czech or Slovak library: $a its mark, $b shelf mark, $r years, $s volumes, the rest a local field; else all of it is one
905 |a b c d e f s v y | holdings        | shelfMark      | holdings of a Chinese library, told by class ($d) and item number ($e); else a local field: library, barcode, place, copies, volumes, years
X9X |*        | notes/local             | local          | local field, kept as it stands
9XX |*        | notes/local             | local          | local field, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6        | -                       |                | links a field with its 880, which is read with it
    |8        | -                       |                | order of fields in their own system
    |5        | -                       |                | to which library a field applies: the source is one library
    |7        | -                       |                | where a value is from, in codes
    |0 1 2    | -                       |                | authority number or vocabulary of a value that is kept in words
    |3        | -                       |                | to which part of the material a field applies
    |9        | -                       |                | local subfield: in Koha and FOLIO the number of its own authority
    |= ?      | -                       |                | SirsiDynix: the number of its own authority, or that there is none
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
