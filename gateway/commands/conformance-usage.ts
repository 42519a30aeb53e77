/** Exit code of wrong usage: 2 means incomplete here (EX_USAGE of sysexits). */
export const WRONG_USAGE = 64

/** Usage of each verb of `shulian conformance`. */
export const usages: Record<string, { usage: string; help: string }> = {
  list: {
    usage: 'conformance list [SUITE]',
    help: 'The suites, each with its requirements.',
  },
  explain: {
    usage: 'conformance explain REQUIREMENT [--lang en|zh]',
    help: 'What a requirement asks, where it stands, how it is tried, how to mend a breach. Example: OAI-04.',
  },
  run: {
    usage:
      'conformance run SUITE TARGET [--format json|tap|text] [--out FILE] [--level L1|L2|L3] [--certificate FILE]\n' +
      '                       [--profile marc21|cnmarc] [--limit RECORDS] [--seed N] [--lang en|zh] [--recording FILE]',
    help:
      'TARGET is a file, an address, or a source MEMBER/NAME. A conformant run on a source is recorded with its\n' +
      'certificate; --certificate writes the certificate to a file too, --recording all that the target answered.\n' +
      'Exit codes: 0 conformant, 1 not conformant, 2 incomplete, 3 infrastructure, 64 wrong usage.',
  },
  replay: {
    usage:
      'conformance replay RECORDING [--format json|tap|text] [--out FILE] [--certificate FILE] [--lang en|zh]',
    help:
      'Judges again, by the suite of today, what a target answered to conformance run … --recording FILE. Asks nobody, and\n' +
      'records nothing: a member is promoted by runs alone. A certificate of it has assurance A1 and names the recording’s digest.\n' +
      'Exit codes: 0 conformant, 1 not conformant, 2 incomplete, 3 infrastructure, 64 wrong usage.',
  },
  verify: {
    usage: 'conformance verify CERTIFICATE [--jwks FILE]',
    help: 'CERTIFICATE is a file or the certificate itself. Checked offline, with the keys of this gateway or those of FILE.\nExit codes: 0 valid, 1 not valid, 64 wrong usage.',
  },
}

export const helpText = (verb?: string): string => {
  const one = verb === undefined ? undefined : usages[verb]
  if (one) return `Usage: shulian ${one.usage}\n\n${one.help}`
  return ['Usage:', ...Object.values(usages).map(({ usage }) => `  shulian ${usage}`)].join('\n')
}
