/** MARC 21 Format for Holdings Data: what stands in a record of its own or inside the bibliographic one. */
export const holdingsFields = `
852 |a b c k h i m j p 3 z | holdings    | location       | where it stands, its call number, its barcode; $z public note
    |d e f g l n q s t u x y 1 2 9 | -   |                | address, copy, condition, notes for the staff
853 854 855 |8 a b c d e f g h i j k l m | holdings | captions | captions (v., no., year): 863–865 say the values by the number in $8
    |n o p r s t u v w x y z 2 3 | -       |                | units per volume and pattern of appearance, for predicting issues
863 864 865 |8 a b c d e f g h i j k l m | holdings | enumeration | values under the captions of the same $8: v.33:no.5 (2016:Mar.)
    |n o p q s t v w x z | -             |                | converted dates, pieces, breaks, notes
866 867 868 |a z      | holdings         | heldParts      | what is held, in words: of the unit, its supplements, its indexes
    |8 2 x    | -                       |                | which 852 it belongs to; notes for the staff
876 877 878 |p a      | holdings         | item           | barcode or number of a piece
    |b c d e h j l r t x z 3 8 n m 7 | - |               | price, loan period, state and place of the piece
`

export const holdingsRecord = `
LDR |05       | deleted                 |                | d: the source deleted the record
    |06       | kind                    |                | u v x y: a holdings record
001 |         | sourceId                |                | the source’s own number
003 |         | controlNumbers          |                | whose number 001 is
004 |         | relations/host          |                | number (001) of the bibliographic record that it belongs to
005 006 007 008 | | -                    |                | codes and clocks of its own system
014 |a b      | relations/host          | linkageNumber  | number of the bibliographic record in another system; $b whose
010 |a        | controlNumbers/lccn     | lccn           |
035 |a        | controlNumbers          | systemNumber   | as in the bibliographic record
    |z 9 b    | -                       |                | cancelled numbers
022 |a l y z  | identifiers/issn        | issn           |
    |2 m      | -                       |                |
024 |a 2 c q z| identifiers             | otherNumber    |
040 |*        | -                       |                | who made the holdings record
245 |a b n p k s | titles/original    | properTitle    | the title, where a system writes it again
    |c        | statement               | properTitle    |
    |h        | notes/medium            | medium         |
541 561 583 |*        | -                |                | acquisition and care of the copy
841 842 845 |*        | -                |                | codes; terms of use of the copy
843 844 |a b c d e m n 3 | notes/reproduction | note     | reproduction; unit
856 |u 3 y z q 7 | links                | link           |
    |a b c d f h i j k l m n o p r s t v w x 2 9 | - |    |
859 |a i      | notes/local             | note           | volumes and years, as one union of libraries writes them
X9X |*        | notes/local             | local          | local field, kept as it stands
9XX |*        | notes/local             | local          | local field, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6        | -                       |                | links a field with its 880
    |8 5 7    | -                       |                | order of fields, library, source of a value in codes
    |9 = ?    | -                       |                | local subfields: numbers of its own system
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
