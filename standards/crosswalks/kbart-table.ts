/** KBART Phase II (NISO RP-9-2014) §6.6: what each label of a title list becomes. The rows of one title are one record. */
export const kbartTable = `
publication_title            | | titles/original    | | of the first row that has one
print_identifier             | | identifiers        | | ISSN or ISBN, in lists of packages also a DOI; qualifier print
online_identifier            | | identifiers        | | as print_identifier; qualifier online
date_first_issue_online date_last_issue_online | | links/access.coverage | | each row is one coverage
num_first_vol_online num_last_vol_online num_first_issue_online num_last_issue_online | | links/access.coverage | |
title_url                    | | links              | | with the access it takes; without it what can be read is a note, notes/coverage
first_author                 | | agents/aut         | | (清)曹雪芹著 has its role with it
title_id                     | | sourceId           | | also an identifier when it is a DOI
embargo_info coverage_depth  | | links/access.coverage | |
notes                        | | notes/coverage     | | and in the coverage of its row
publisher_name               | | publication        | |
publication_type             | | type               | | else told by the numbers: an ISBN is a book
date_monograph_published_print date_monograph_published_online | | dates/issued | | dates to EDTF beside their words
monograph_volume             | | titles/part.number | |
monograph_edition            | | edition            | |
first_editor                 | | agents/edt         | | main only where there is no first_author
parent_publication_title_id  | | relations/series   | | a DOI, or an identifier of the list
preceding_publication_title_id | | relations/earlier | |
access_type                  | | links/access.kind  | | F is open; P, or nothing, is licensed
`
