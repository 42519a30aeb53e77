import { Type } from 'typebox'
import { memberStages } from '../../gateway/contracts/index.js'
import { Shown } from '../../standards/findings/shown.js'
import { fileCarriers } from '../../standards/formats/record-file.js'
import { type LinkKind, linkKinds } from '../../standards/matching/links.js'
import { Finding, Format } from '../../standards/record/change.js'
import { Holding } from '../../standards/record/holding.js'
import { RunReport } from '../../standards/record/run-report.js'
import { Description, Link } from '../../standards/record/v1-draft.js'
import { PairView } from './pair-view.js'

/** What the catalogue's calls answer, as schemas. */

const closed = { additionalProperties: false } as const
const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })
const {
  holdings: _holdings,
  controlNumbers: _numbers,
  provenance: _provenance,
  ...workFields
} = Description.properties
const { publication, dates, identifiers, languages, type } = Description.properties

export const Id = (what: string) =>
  Type.Object({ id: Type.String({ minLength: 1, maxLength: 200, description: what }) }, closed)

/** Of which source a call tells. */
export const SourceNamed = Type.String({ description: 'member/name; a member alone means its source main' })

export const WorkView = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    updatedAt: Time,
    description: Type.Object(workFields, closed),
    sources: Type.Record(Type.String(), Type.String(), { description: 'Field → the record it is from' }),
    successors: Type.Record(Type.String(), Type.String(), {
      description: 'Field → the record that steps in for it',
    }),
    related: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum(Object.keys(linkKinds) as LinkKind[]),
            work: Type.String(),
            title: Type.String(),
            volume: Type.Optional(Type.String()),
            language: Type.Optional(Type.String()),
            year: Type.Optional(Type.String()),
          },
          closed,
        ),
        {
          description:
            'Other works: its set and volumes, earlier and later titles, original and translations',
        },
      ),
    ),
    versions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          records: Type.Array(Type.String()),
          type,
          languages,
          edition: Type.Optional(Type.String()),
          extent: Type.Optional(Type.String()),
          publication,
          dates,
          identifiers,
        },
        closed,
      ),
    ),
    holdings: Type.Array(
      Type.Object(
        {
          member: Type.String(),
          memberName: Type.String(),
          memberNameZh: Type.Optional(Type.String()),
          memberStage: Type.Enum([...memberStages]),
          source: Type.String(),
          recordId: Type.String(),
          sourceId: Type.String(),
          version: Type.String({ description: 'The version that it is a copy of' }),
          holdings: Type.Array(Holding),
          links: Type.Array(Link),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const WhyView = Type.Object(
  {
    work: Type.String(),
    records: Type.Array(
      Type.Object(
        { id: Type.String(), source: Type.String(), sourceId: Type.String(), version: Type.String() },
        closed,
      ),
    ),
    pairs: Type.Array(PairView, {
      description: 'The strongest links that hold it together, with what each rests on; none for one record',
    }),
    links: Type.Integer({ description: 'Of all links between its records' }),
    outside: Type.Array(Type.Object({ ...PairView.properties, work: Type.String() }, closed), {
      description: 'What is like its records and is another work, and why',
    }),
    words: Type.Array(
      Type.Object(
        {
          number: Type.Integer(),
          kind: Type.Enum(['split', 'merge', 'match']),
          at: Time,
          reason: Type.Optional(Type.String()),
        },
        closed,
      ),
      { description: 'Decisions of librarians that stand, the newest first' },
    ),
    beside: Type.Optional(
      Type.Object(
        { work: Type.String(), pairs: Type.Array(PairView) },
        {
          ...closed,
          description:
            'The other work that was asked for, and its records compared with these by the rules of today, the likeliest pairs first; no pair where both ids lead to one work',
        },
      ),
    ),
  },
  closed,
)

export const ProvenanceView = Type.Object(
  {
    record: Type.String(),
    source: Type.String(),
    sourceId: Type.String(),
    steps: Type.Array(
      Type.Object(
        {
          step: Type.Enum(['harvested', 'kept', 'described', 'checked', 'stored', 'joined']),
          at: Time,
          run: Type.Optional(Type.String()),
          by: Type.String(),
          details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        },
        closed,
      ),
    ),
    fields: Type.Record(Type.String(), Type.Array(Type.String())),
    warnings: Type.Array(Finding),
  },
  closed,
)

export const QuarantineView = Type.Object(
  {
    number: Type.Integer(),
    source: Type.String(),
    sourceId: Type.Optional(Type.String()),
    run: Type.String(),
    at: Time,
    offset: Type.Optional(Type.Integer()),
    format: Type.Optional(Format),
    carrier: Type.Enum([...fileCarriers], { description: 'What it came in, and can be exported as' }),
    size: Type.Integer(),
    finding: Finding,
    state: Type.Enum(['open', 'resolved']),
  },
  closed,
)

const Words = Type.Object({ en: Type.String(), zh: Type.String() }, closed)

/** What a code means, and what the person at the source does about it. */
export const RemedyView = Type.Object(
  {
    title: Words,
    explanation: Words,
    mend: Words,
    weight: Type.Integer({
      description: 'What one such record costs readers: 10 it is not found, 1 a formality',
    }),
  },
  closed,
)

export const QuarantineGroupView = Type.Object(
  {
    code: Type.String(),
    source: Type.String(),
    count: Type.Integer(),
    example: QuarantineView,
    remedy: Type.Optional(RemedyView),
  },
  closed,
)

export const QuarantineDetail = Type.Object(
  {
    ...QuarantineView.properties,
    remedy: Type.Optional(RemedyView),
    shown: Shown,
    bytes: Type.String({ description: 'Base 64' }),
  },
  closed,
)

export const QuarantineCountsView = Type.Object(
  {
    run: Type.String(),
    at: Type.String({ description: 'When the run began' }),
    new: Type.Integer(),
    resolved: Type.Integer(),
    open: Type.Integer({ description: 'After the run' }),
  },
  closed,
)

/** Without its `$id`: a view stands in the OpenAPI where it is used. */
export const RunView = Type.Object(RunReport.properties, closed)

const DeletionState = Type.Enum(['proposed', 'held', 'deleted', 'undone', 'refused', 'lapsed'], {
  description: 'lapsed: the record came again, or another run deleted it',
})

export const RunDetailsView = Type.Object(
  {
    ...RunReport.properties,
    deletions: Type.Partial(
      Type.Object(
        Object.fromEntries(DeletionState.enum.map((state) => [state, Type.Integer()])) as Record<
          (typeof DeletionState.enum)[number],
          ReturnType<typeof Type.Integer>
        >,
        closed,
      ),
      { description: 'What became of the deletions it proposed: state → records' },
    ),
    undoUntil: Type.Optional(
      Type.String({ format: 'date-time', description: 'Until then what it deleted can be taken back' }),
    ),
    previous: Type.Optional(RunView),
  },
  closed,
)

export const ProposedDeletionView = Type.Object(
  {
    recordId: Type.String(),
    sourceId: Type.String(),
    title: Type.String(),
    why: Type.Enum(['told', 'absent'], { description: 'Told by the source, or absent from its full list' }),
    state: DeletionState,
    at: Time,
  },
  closed,
)

export const VerdictView = Type.Object(
  {
    run: Type.String(),
    done: Type.Integer({ description: 'Records deleted, kept, or given back' }),
    left: Type.Integer({ description: 'Left as they are: something was heard of them later' }),
    leftRecords: Type.Array(
      Type.Object(
        {
          recordId: Type.String(),
          sourceId: Type.String(),
          why: Type.Enum(['came-again', 'deleted-since']),
          run: Type.String({ description: 'The run that changed or deleted it' }),
        },
        closed,
      ),
      { description: 'Some of those left' },
    ),
  },
  closed,
)

export const limitOf = (fallback: number) => Type.Integer({ minimum: 0, maximum: 100, default: fallback })
