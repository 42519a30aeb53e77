export interface Decoder {
  /** @param options.stream more follows: a character that is cut waits for its rest */
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

/**
 * The decoder of the Encoding Standard for a name. That of Windows-1252 is ours: several versions of Node (20.20 among
 * them) give controls for 0x80 to 0x9F, where French œ, the euro and most quotation marks stand.
 */
export const decoderFor = (encoding: string): Decoder =>
  encoding === 'windows-1252' ? windows1252 : new TextDecoder(encoding)

/** 0x80 to 0x9F; five of them are the controls that they were in ISO 8859-1. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const windows1252: Decoder = {
  decode: (bytes = new Uint8Array()) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (control) => upper[control.charCodeAt(0) - 0x80] as string),
}
