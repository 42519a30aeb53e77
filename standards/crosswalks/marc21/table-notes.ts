/** MARC 21 Format for Bibliographic Data: notes (5XX). Each is kept in words, with the kind of its field. */
export const notes = `
500 |a 3      | notes/general           | note           | general note
501 |a        | notes/with              | note           | bound with
502 |a b c d g o | notes/thesis         | note           | dissertation: degree, institution, year
504 |a b      | notes/bibliography      | note           | bibliography; $b number of references
505 |a g r t  | notes/contents          | note           | table of contents
    |u        | -                       |                | address of the table of contents: 856 has it
506 |a b c d e f g q u 3 | notes/access | note           | who may use it
    |2        | -                       |                | source of the word
507 |a b      | notes/scale             | note           | scale
508 |a        | notes/credits           | note           | who made a film or recording
510 |a b c x u 3 | notes/references     | note           | where it is cited or indexed
511 |a        | notes/performers        | note           | performers
513 |a b      | notes/report            | note           | kind and period of a report
514 |a b c d e f g h i j k m u z | notes/data-quality | note | quality of data
515 |a        | notes/numbering         | note           | irregular numbering
516 |a        | notes/system            | note           | kind of file
518 |3 o d p a| notes/event             | note           | when and where it was recorded
    |0 1 2    | -                       |                | number of the place
520 |a b      | abstracts               | abstract       | summary; indicator 1 = 1 (review) and 4 (content advice) are notes
    |c u 2 3 9| -                       |                | who wrote it and where it stands
521 |a b 3    | notes/audience          | note           | for whom it is
522 |a        | notes/coverage          | note           | area that the data are of
524 |a 3      | notes/citation          | note           | how it wants to be cited
    |2        | -                       |                | source of the form
525 |a        | notes/supplement        | note           | supplements
526 |*        | -                       |                | reading programmes of schools
530 |a b c d u 3 | notes/other-form     | note           | in what other form it is to be had
532 |a 3      | notes/accessibility     | note           | accessibility
533 |3 a b c d e f m n | notes/reproduction | note       | of a copy: who made it, where, when
    |7 y      | -                       |                | the same in codes
534 |p a b c e f k l m n o t x z 3 | notes/original-version | note | the original of a reproduction
535 |a b c d g 3 | notes/location       | note           | who has the original or the duplicate
536 |a b c d e f g h | notes/funding    | note           | who paid
538 |a i u 3  | notes/system            | note           | what it takes to use it
540 |a f u    | licence                 | licence        | terms of use
    |b c d g q 2 3 | -                  |                | who says so; source of the term
541 |*        | -                       |                | from whom a library got it, and for how much: for its staff
542 |d f g h i l m n o p u | notes/copyright | note       | copyright: holder, year, statement
    |a b c e j k q r s 3 | -            |                | copyright: persons and places behind it, sources
544 |a b c d e n 3 | notes/related      | note           | related archives
545 |a b u    | notes/biography         | note           | biography or history
546 |a b 3    | notes/language          | note           | language in words
547 |a        | notes/former-title      | note           | complex history of the title
550 |a        | notes/issuing-body      | note           | who issues it
552 |a b c d e f g h i j k l m n o p u z | notes/data-quality | note | what the attributes of data mean
555 |a b c d u 3 | notes/index          | note           | indexes and finding aids
556 |a z      | notes/documentation     | note           | documentation
561 |a u 3    | notes/provenance        | publicNote     | who owned it; indicator 1 = 0 is private, and passed over
562 |a b c d e 3 | notes/copy           | note           | how copies differ
563 |a u 3    | notes/binding           | publicNote     | binding; indicator 1 = 0 is private
565 |a b c d e 3 | notes/data-quality   | note           | case files
567 |a b      | notes/methodology       | note           | methodology
    |0 2      | -                       |                | source of the term
570 |a        | notes/general           | note           | editor (obsolete)
580 |a        | notes/linking           | note           | how it belongs to others, in words
581 |a z 3    | notes/publications      | note           | publications about it
583 |*        | -                       |                | what was done with a copy: for the staff
584 |*        | -                       |                | how much of an archive comes in: for the staff
585 |a 3      | notes/exhibitions       | note           | where it was shown
586 |a 3      | notes/awards            | note           | awards
588 |a        | notes/description       | note           | what the description rests on
590 |a b      | notes/local             | local          | local note
5XX |*        | notes/local             | local          | a note of no field that the format has
`
