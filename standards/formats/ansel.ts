/**
 * Extended Latin of MARC-8 (ANSEL, ANSI/NISO Z39.47), 0xA0 to 0xFF in rows of sixteen; a space stands where the
 * set has no character. E0 to FE are marks that precede their letter. EB and FA carry the whole double mark; their
 * second halves EC and FB are left to the decoder.
 */
export const ansel = [
  ' ŁØĐÞÆŒʹ·♭®±ƠƯʼ ',
  'ʻłøđþæœʺı£ð ơư  ',
  '°ℓ℗©♯¿¡ß€       ',
  '                ',
  '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\u0361 \u0315\u030b\u0310',
  '\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\u0360   \u0313 ',
] as const
