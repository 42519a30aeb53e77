import { element, escapeXml } from '../xml.js'
import type { Arguments, OaiFault, Verb } from './arguments.js'

interface Asked {
  verb?: Verb
  args: Arguments
}

/** §3.2: the root element, the time, the request, and what a verb or an error has to say. */
export function envelope(baseUrl: string, at: string, { verb, args }: Asked, content: string): string {
  const asked = Object.entries({ ...(verb && { verb }), ...args })
  const attributes = asked.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">' +
    `<responseDate>${at}</responseDate><request${attributes}>${escapeXml(baseUrl)}</request>${content}</OAI-PMH>\n`
  )
}

export const verbElement = (verb: Verb, content: string): string => `<${verb}>${content}</${verb}>`

export const errorElement = ({ code, message }: OaiFault): string =>
  element('error', message).replace('<error>', `<error code="${code}">`)

/** §3.2: what could not be understood is not repeated as attributes. */
export const repeatsRequest = ({ code }: OaiFault): boolean => code !== 'badVerb' && code !== 'badArgument'
