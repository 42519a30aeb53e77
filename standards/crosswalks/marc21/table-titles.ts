/** MARC 21 Format for Bibliographic Data: headings, titles, edition, imprint, description, series (1XX–4XX). */
export const headingsAndTitles = `
100 |a b c d q e 4 0 1 7 | agents/person | mainAgent    | $e and $4 each give a role: who edits and translates stands once for each; $d dates of life
    |u g j    | -                       |                | affiliation; other words; attribution
    |t n p k l f m o r s h i x v y z w | - |            | a title in a name heading has its place in 240
110 |a b n d c e 4 0 1 7 | agents/organisation | mainAgent |  $b the body below; $n $d $c of its meetings
    |u g t k l f m o p q r s h i x v y z w | - |        | affiliation; titles in a name heading
111 |a e n d c q j 4 0 1 7 | agents/meeting | mainAgent    | $j the role: in a meeting $e is the body below
    |u g t k l f m o p r s h i x v y z w b | - |        | affiliation; titles in a name heading
130 |a d k m n o p r s t l | titles/variant | uniformTitle | uniform title; $l its language
    |f g h x i v y z w 0 1 b 2 | -      |                | date of the version, medium; authority number (a title has no place for one)
210 |*        | -                       |                | title shortened for machines
222 |a b      | titles/variant          | keyTitle       | key title of the ISSN centre, with its qualifier
    |2        | -                       |                | which list it is from
240 |a d k m n o p r s t l | titles/variant | uniformTitle | uniform title; $l its language
    |f g h x b w 0 1 2 c e 9 | -        |                | date of the version, medium; authority number
242 |a b n p y| titles/parallel         | otherTitle     | translated by the cataloguer into the language of $y
    |h c      | -                       |                | medium; statement of responsibility translated
243 |a k m n o p r s l | titles/variant | uniformTitle   | collective uniform title
    |d f g h  | -                       |                | date, medium
245 |a b n p k s | titles/original      | properTitle    | ISBD: ” = “ opens a parallel title; indicator 2 counts the characters to skip; the 880 is what stands on the item
    |c d e    | statement               | properTitle    | as on the item, no heading; KORMARC has the first in $d, the others in $e
    |f g      | dates/created           | titleDates     | from when to when the matter of an archive was made
    |h        | notes/medium            | medium         | general material designation, without its brackets
    |l        | -                       |                | language of the text (obsolete)
246 |a b n p  | titles/variant          | otherTitle     | indicator 2 = 1: parallel title
    |i f g h c| -                       |                | words that introduce it on a page; dates; medium
247 |a b n p  | titles/variant          | otherTitle     | former title of what goes on under another
    |f g h x i| -                       |                | when it bore it; ISSN of then
249 |a b v    | titles/variant          | otherTitle     | further titles of works in one volume (DNB)
250 |a b      | edition                 | edition        | edition statement
    |3        | -                       |                | to which parts it applies
251 |a        | notes/version           | note           | version
254 |a        | notes/presentation      | note           | presentation of music: full score, parts
255 |a b c d e f g | notes/scale        | note           | scale, projection, coordinates in words
256 |a        | notes/system            | note           | what a computer file holds
257 |a        | notes/country           | note           | country of a film’s producer
    |2 0      | -                       |                | source of the name
258 |a b      | notes/general           | note           | country and value of a stamp
259 |*        | -                       |                | local code in the imprint
260 |a b c    | publication             | imprint        | each publisher with the place before it; dates to EDTF beside their words; a copyright is a date of its own
    |e f g    | notes/printer           | note           | printer: place, name, date
    |3 k d 9  | -                       |                | to which parts it applies; obsolete codes
262 |a b c    | publication             | imprint        | imprint of a sound recording (before AACR2)
    |k l d    | -                       |                | numbers of the label: 028 has them
263 |*        | -                       |                | when it will be published
264 |a b c    | publication             | imprint        | indicator 2: 0 produced, 1 published, 2 distributed, 3 manufactured, 4 copyright
    |3        | -                       |                | to which parts it applies
265 |*        | -                       |                | address of the publisher (obsolete)
300 |a b c e f g | extent               | extent         | extent, details, size, accompanying matter as one line of the card
    |3 8      | -                       |                | to which parts it applies
305 |a b c d e f m n | extent           | extent         | extent of a sound recording (before AACR2)
    |3        | -                       |                | to which parts it applies
306 |a        | notes/duration          | note           | playing time, hhmmss
307 |*        | -                       |                | opening hours of a service
310 |a b      | notes/frequency         | note           | how often it appears
    |0 2      | -                       |                | source of the word
321 |a b      | notes/frequency         | note           | how often it appeared before
334 |*        | -                       |                | mode of issuance in words: leader/07 says it
336 |b        | notes/content           | formTerm       | content type: $b, since $a is in the language of the catalogue
    |a 2 3 0 1 6 8 | -                  |                | the word for $b and its source
337 |*        | -                       |                | media type: leader/06 decides the type
338 |b        | notes/carrier           | formTerm       | carrier type: tells print from online and disc
    |a 2 3 0 1 6 8 | -                  |                | the word for $b and its source
339 |*        | notes/local             | local          | kind of document in one union catalogue
340 |a b c d e f g h i j k m n o p | notes/physical | note | material, technique
    |2 3 0    | -                       |                | source of the word
34X |a b c d e f g h i | notes/technical | note          | sound, film, video, file, notation: characteristics
    |2 3 0 1  | -                       |                | source of the word
350 |*        | -                       |                | price (obsolete)
351 |a b c    | notes/arrangement       | note           | how an archive is ordered
    |3        | -                       |                | to which parts it applies
352 |*        | -                       |                | graphic representation of digital maps in codes
357 |a b c g  | notes/access            | note           | who may spread it
362 |a z      | notes/numbering         | note           | first and last issue as on the item
363 |*        | -                       |                | first and last issue in codes: 362 says them in words
365 |*        | -                       |                | trade price in codes: 020 $c says it
366 |*        | -                       |                | trade availability in codes
370 |*        | -                       |                | place of a work’s origin: a property of the authority
37X |*        | -                       |                | properties of a person or body: of the authority
380 |a        | notes/form              | note           | form of the work
    |0 1 2    | -                       |                | source of the word
382 |a b d n p s v e t r | notes/performance-medium | note | instruments and voices
    |0 2 3    | -                       |                | source of the words
383 |a b c d  | notes/opus              | note           | opus and thematic numbers
384 |a        | notes/key               | note           | musical key
385 |a b m    | notes/audience          | note           | for whom it is
    |n 0 2 3  | -                       |                | group in codes, source of the word
386 |*        | -                       |                | groups that its makers belong to: of the authority
388 |*        | -                       |                | when the work was made, in a vocabulary: 264 and 648 say it
38X |*        | -                       |                | other properties of the work: of the authority
440 |a n p v x| relations/series        | series         | series stated and traced in one (before 2008)
    |w        | -                       |                | number of the series’ record
490 |a v x    | relations/series        | series         | series as on the item; the same one traced in 830 is one with it
    |l 3      | -                       |                | class number of the series; to which parts it applies
`
