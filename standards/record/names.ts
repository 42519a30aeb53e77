import { type Static, Type } from 'typebox'

/** ISO 639-2 bibliographic code (639-3 where 639-2 has none), three letters, e.g. `chi`, `eng`. */
export const LanguageCode = Type.String({ pattern: '^[a-z]{3}$', description: 'ISO 639-2/B, three letters' })

/** ISO 15924 code of the script a value is written in: `Hans`, `Hant`, `Hani` when it cannot be told, `Latn`, `Cyrl` … */
export const ScriptCode = Type.String({
  pattern: '^[A-Z][a-z]{3}$',
  description: 'ISO 15924, e.g. Hans, Hant, Latn',
})

export const NameKind = Type.Enum(['original', 'pinyin', 'parallel', 'variant'], {
  description:
    'original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for',
})

/** A name in one script. Several of them name one thing. */
export const Name = Type.Object(
  {
    value: Type.String({ minLength: 1 }),
    language: Type.Optional(LanguageCode),
    script: Type.Optional(ScriptCode),
    kind: NameKind,
  },
  { additionalProperties: false },
)
export type Name = Static<typeof Name>

/** An authority's own identifier: `{ scheme: 'viaf', id: '96994048' }`. */
export const Authority = Type.Object(
  { scheme: Type.String({ minLength: 1 }), id: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)
export type Authority = Static<typeof Authority>
