import { ShulianError } from '../../gateway/contracts/errors.js'
import type { OaiPage } from './page.js'

export const loop = (what: string): ShulianError =>
  new ShulianError(
    'HARVEST_LOOP',
    `The list does not end: ${what}. The harvest stopped and its starting point stays; the member must mend its provider.`,
    { status: 502 },
  )

export const badStatus = (host: string, status: number): ShulianError =>
  new ShulianError(
    'UPSTREAM_STATUS',
    `${host} answers ${status} to an OAI-PMH request; 200 was expected. Check the address, or ask the member.`,
    { status: 502 },
  )

export const busy = (host: string, seconds: number): ShulianError =>
  new ShulianError(
    'UPSTREAM_BUSY',
    `${host} asks for more patience than a harvest has (${seconds} s). It goes on at the same page later.`,
    { status: 503, retryAfter: seconds },
  )

export const notOaiPmh = (host: string, what: string): ShulianError =>
  new ShulianError(
    'UPSTREAM_INVALID',
    `${host} did not answer in OAI-PMH 2.0: ${what}. Check the address in the member's settings.`,
    { status: 502 },
  )

/** An answer without its end may lack records and the token: taking it for the last page would lose the rest. */
export const cutOff = (host: string): ShulianError =>
  new ShulianError(
    'UPSTREAM_INVALID',
    `${host} sent a page that breaks off. Nothing of it was taken; the harvest goes on at this page next time.`,
    { status: 502 },
  )

export const tokenExpired = (): ShulianError =>
  new ShulianError(
    'HARVEST_TOKEN_EXPIRED',
    'The member refuses its own resumption token, again after the window was restarted. The starting point stays; ask for tokens that live longer.',
    { status: 502 },
  )

/**
 * The errors of §3.6 that the page states; their text is the member's own, shortened.
 * @param offered what the provider has instead, as it says
 */
export const oaiError = ({ errors }: OaiPage, offered = ''): ShulianError =>
  new ShulianError(
    'OAI_ERROR',
    `The member's provider refuses the request: ${errors
      .map(({ code, text }) => (text ? `${code} (${text})` : code))
      .join('; ')
      .slice(0, 300)}. Check metadataPrefix, set and from in the settings.${offered && ` ${offered}`}`,
    { status: 502 },
  )

export const setUnknown = (set: string, offered: string): ShulianError =>
  new ShulianError(
    'SET_UNKNOWN',
    `The provider has no set '${set}' and nothing in it. ${offered || 'It lists no sets.'} Change "set" in the settings.`,
    { status: 422 },
  )

export const formatUnknown = (prefix: string): ShulianError =>
  new ShulianError(
    'FORMAT_UNKNOWN',
    `Records of metadataPrefix '${prefix}' are of no format that is read (MARC, PICA, MAB2, MODS, Dublin Core). Take another prefix, such as oai_dc or marcxml.`,
    { status: 422 },
  )
