/** MARC 21 Format for Authority Data (leader/06 = z). The heading stands as the title. */
export const authorityRecord = `
LDR |05       | deleted                 |                | d, s, x: the source deleted the record
    |06       | kind                    |                | z: an authority
001 |         | sourceId                |                | the source’s own number; the number by which its other records point here
003 |         | controlNumbers          |                | whose number 001 is
005 006 007 008 009 | | -                |                | codes and clocks of its own system
010 |a        | controlNumbers          | libraryOfCongress | names and subjects of the Library of Congress, told by n and sh
    |z        | -                       |                | cancelled number
016 |a 2      | controlNumbers          | nationalNumber | number of a national library
    |z        | -                       |                | cancelled number
024 |a 2 0 1  | controlNumbers          | fileNumber     | the same in other authority files: ISNI, VIAF, ORCID …
    |c d q z  | -                       |                | cancelled number
034 043 045 047 048 052 065 066 070 072 073 |* | - |     | codes
035 |a        | controlNumbers          | systemNumber   | (DE-588)118540238
    |z 9 b f i| -                       |                | cancelled number
039 |*        | -                       |                | levels of cataloguing (obsolete)
040 |a c d    | notes/cataloguing-source | note          | who made and changed it
    |b e f    | -                       |                | language and rules of cataloguing
042 |*        | -                       |                | which programme stands for it
046 |f g s t k l o p | notes/dates      | note           | of birth and death, of foundation and end
    |2 u v x z a b c d e q r | -         |                | source of the date
050 053 060 080 082 083 086 |a | classes/lcc | headingClass | class that belongs to the heading; scheme by field
    |b c d 5 2 m q z u | -              |                | span, item number, term
1XX |a b c d e f g h j k l m n o p q r s t v x y z | titles/original | heading | the heading; subdivisions after --
    |i w 0 1 2 4 3 7 u 9 | -            |                | control codes
260 360 |i a  | notes/see               | note           | reference in words
336 368 |a b c d s t | notes/attribute  | note           | what kind of person, body, place or work
    |0 1 2 u v| -                       |                | source of the word
370 |a b c e f g | notes/place          | note           | of birth, of death, of work
    |0 1 2 i s t u v | -                |                | source of the word
371 |*        | -                       |                | addresses of persons
372 |a s t    | notes/field             | note           | field of work
    |0 1 2 u v| -                       |                | source of the word
373 |a s t    | notes/affiliation       | note           | body that a person belongs to
    |0 1 2 u v| -                       |                | source of the word
374 |a s t    | notes/occupation        | note           | occupation
    |0 1 2 u v| -                       |                | source of the word
375 376 |*    | -                       |                | gender and family of a person: nothing that a catalogue needs to tell
377 |a        | languages/text          | language       | language that a person writes in
    |l 2 0 1  | -                       |                | source of the code
378 |q        | titles/variant          | fullerName     | fuller form of the name
380 381 382 383 384 385 386 388 |a b d n p | notes/attribute | note | of a work: form, medium, numbers, key, makers
    |0 1 2 i s c e m r t v | -         |                | source of the word
4XX |a b c d e f g h j k l m n o p q r s t v x y z | titles/variant | heading | see from: forms that it is not entered under
    |i w 0 1 2 4 3 7 u 9 5 | -          |                | control codes
5XX |a b c d e f g h j k l m n o p q r s t v x y z w 0 | relations/related | seeAlso | $w: a earlier, b later, g broader, h narrower
    |i 1 2 4 3 7 u 9 5 | -              |                | control codes, words that introduce it
64X |*        | -                       |                | how a series is treated by its library
663 664 665 666 |a b t | notes/see      | note           | reference in words
667 |*        | -                       |                | note for cataloguers
670 |a b u    | notes/source            | note           | where the form was found
    |w        | -                       |                | number of its record
675 |*        | -                       |                | where it was looked for and not found
678 |a b u    | notes/biography         | note           | life or history
680 |i a      | notes/scope             | note           | what the heading covers
681 682 |i a  | notes/history           | note           | examples; what took its place
    |0        | -                       |                | number of the heading that took its place
688 |*        | -                       |                | how often the heading is used
700 710 711 730 747 748 750 751 755 762 780 781 782 785 |a b c d e f g h j k l m n o p q r s t v x y z 0 | titles/parallel | linkedHeading | the same heading in another file or language, with its number there
    |i w 1 2 4 3 7 u 9 5 | -            |                | control codes
788 |*        | -                       |                | complex linking entry
856 |u 3 y z q 7 | links                | link           |
    |a b c d f h i j k l m n o p r s t v w x 2 9 | - |    |
880 |6        | titles/parallel         |                | the heading and its other forms in another script
883 884 885 |* | -                      |                | which program made a field
X9X |*        | notes/local             | local          | local field, kept as it stands
9XX |*        | notes/local             | local          | local field, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6        | -                       |                | links a field with its 880
    |8 5 7    | -                       |                | order of fields, library, source of a value in codes
    |9 = ?    | -                       |                | local subfields: numbers of its own system
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
