import type { Description } from '../record/v1-draft.js'
import { toBibtex } from './bibtex.js'
import { toCslJson } from './csl-json.js'
import type { CitationContext } from './facts.js'
import { cite } from './gbt7714.js'
import { toRis } from './ris.js'

export const citationStyles = ['gbt7714-2015', 'gbt7714-2025', 'bibtex', 'ris', 'csl-json'] as const
export type CitationStyle = (typeof citationStyles)[number]
export type { CitationContext } from './facts.js'

/** How a description is cited in a style, with the media type to send it as. */
export function citation(
  description: Description,
  style: CitationStyle,
  context?: CitationContext,
): { text: string; mediaType: string } {
  switch (style) {
    case 'bibtex':
      return { text: toBibtex(description, context), mediaType: 'application/x-bibtex; charset=utf-8' }
    case 'ris':
      return {
        text: toRis(description, context),
        mediaType: 'application/x-research-info-systems; charset=utf-8',
      }
    case 'csl-json':
      return { text: toCslJson(description, context), mediaType: 'application/vnd.citationstyles.csl+json' }
    default:
      return { text: cite(description, style, context), mediaType: 'text/plain; charset=utf-8' }
  }
}
