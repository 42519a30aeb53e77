/**
 * Letters beyond a to z by language, each with its share of the letters of running text in per cent. `weight` is how
 * often catalogues meet the language, so that one letter alone is not taken for a rare language's. `codes` are those
 * of MARC and of ISO 639-2. `romanised` is what ALA-LC and Wade-Giles romanisation write,
 * `underlined` how some catalogues mark what stands in print.
 */
export interface Language {
  weight: number
  codes: string
  letters: string
}

export const latinLanguages: Readonly<Record<string, Language>> = {
  french: {
    weight: 10,
    codes: 'fre fra',
    letters: 'é1.9 à.49 è.27 ê.22 ç.085 ù.06 û.06 â.05 î.045 ô.023 œ.018 ë.008 ï.005 ü.003 æ.002 ÿ.001',
  },
  german: { weight: 12, codes: 'ger deu', letters: 'ü.65 ä.58 ö.44 ß.31 é.02' },
  spanish: { weight: 9, codes: 'spa', letters: 'ó.83 í.73 á.5 é.43 ñ.31 ú.17 ü.012' },
  catalan: { weight: 1, codes: 'cat', letters: 'à.6 ó.6 í.6 é.5 è.4 ò.3 ú.2 ç.1 ï.05 ü.02' },
  portuguese: {
    weight: 5,
    codes: 'por',
    letters: 'ã.73 ç.53 ê.45 é.34 ó.3 ú.2 í.13 á.12 à.07 â.05 õ.04 ü.026 ô.006',
  },
  italian: { weight: 5, codes: 'ita', letters: 'à.64 è.26 ò.2 é.2 ù.17 ì.03' },
  dutch: { weight: 3, codes: 'dut nld', letters: 'ë.07 é.04 ï.02 ö.01 ü.01 è.01' },
  swedish: { weight: 3, codes: 'swe', letters: 'ä1.8 å1.34 ö1.3 é.04' },
  danish: { weight: 3, codes: 'dan nor nob nno', letters: 'å1.2 ø.95 æ.9 é.05 ö.02 ä.02' },
  finnish: { weight: 2, codes: 'fin', letters: 'ä3.6 ö.44 å.003' },
  estonian: { weight: 0.5, codes: 'est', letters: 'ä1 õ1 ü.6 ö.2 š.01 ž.01' },
  icelandic: { weight: 0.5, codes: 'ice isl', letters: 'ð4.4 á1.8 í1.57 þ1.46 ó1 æ.87 ö.78 é.65 ú.61 ý.23' },
  polish: { weight: 3, codes: 'pol', letters: 'ł1.8 ę1.1 ą1 ó.85 ż.83 ś.66 ć.4 ń.2 ź.06' },
  czech: {
    weight: 3,
    codes: 'cze ces',
    letters: 'í3.2 á2.2 ě1.6 é1.3 ř1.2 ý1.1 č1 ž1 š.8 ů.7 ú.1 ť.04 ó.03 ď.015 ň.01',
  },
  slovak: {
    weight: 1,
    codes: 'slo slk',
    letters: 'á2 í1.2 č1.1 ý1.1 ú1 š.9 ž.9 é.8 ť.6 ľ.4 ď.2 ň.1 ó.1 ô.2 ä.1 ĺ.01 ŕ.003',
  },
  hungarian: { weight: 2, codes: 'hun', letters: 'á3.4 é3.4 ó1 ö1 ő.9 í.6 ü.6 ú.3 ű.2' },
  romanian: { weight: 1.5, codes: 'rum ron', letters: 'ă2.4 ş.6 ţ.6 ș.6 ț.6 î.6 â.6' },
  croatian: { weight: 1.5, codes: 'hrv scr slv bos srp', letters: 'č.9 š.9 ć.7 ž.5 đ.2' },
  turkish: { weight: 1.5, codes: 'tur', letters: 'ı5.1 ü1.9 ş1.8 ç1.15 ğ1.1 ö.8 İ.3 â.05' },
  lithuanian: { weight: 0.7, codes: 'lit', letters: 'ė1.8 š1.4 ų1.3 ą.9 ž.9 į.6 ū.45 č.4 ę.2' },
  latvian: { weight: 0.7, codes: 'lav', letters: 'ā4 ī1.8 ē1.7 š1 ņ.5 ū.5 ļ.3 ž.2 č.15 ģ.1 ķ.1' },
  vietnamese: {
    weight: 1,
    codes: 'vie',
    letters:
      'đ2 ư1.5 ê1.5 à1.2 ô1.2 â1 á.9 ơ.8 ă.7 ạ.6 ộ.6 ả.5 ã.3 ế.5 ề.3 ệ.4 ể.2 ễ.1 ấ.4 ầ.3 ậ.4 ẩ.1 ẫ.1 ắ.2 ằ.1 ặ.1 ẳ.1 ẵ.1 ố.4 ồ.3 ổ.2 ỗ.1 ớ.3 ờ.3 ợ.2 ở.2 ỡ.1 ụ.3 ủ.5 ú.3 ũ.2 ù.2 ứ.2 ừ.2 ữ.3 ự.3 ử.2 ị.3 ì.3 í.4 ỉ.1 ĩ.1 ý.1 ỳ.1 ỷ.1 ỹ.05 ỵ.02 ó.3 ọ.3 ò.3 ỏ.1 õ.1 é.1 è.05 ẻ.1 ẹ.1 ẽ.05',
  },
  romanised: {
    weight: 4,
    codes: '',
    letters:
      'ā2 ō1.5 ī1 ū.8 ʹ1 ʻ.4 ʼ.4 ʿ.4 ʾ.3 ŭ.5 ŏ.5 ĭ.4 ś.3 ḥ.3 ṛ.1 ṇ.3 ṣ.2 ṭ.2 ḍ.1 ḳ.1 ñ.1 ü.2 ġ.05 ẓ.05 ḷ.05 ṅ.05 ẹ.05 ọ.05 ṃ.05 ē.3 ǎ.05 ʺ.05 \u0361.6 \u0308.05 \u0304.05 \u0303.05 \u0323.05 \u0331.05 \u0310.02',
  },
  underlined: { weight: 0.3, codes: '', letters: '\u033230' },
}

/** Shares of the letters in per cent; a capital counts as its small letter, later on. */
export const cyrillicLetters =
  'о10.9 е8.4 а8 и7.3 н6.7 т6.2 с5.4 р4.7 в4.5 л4.4 к3.5 м3.2 д3 п2.8 у2.6 я2 ы1.9 ь1.7 г1.7 з1.6 б1.6 ч1.4 й1.2 х1 ж.9 ш.7 ю.6 ц.5 щ.4 э.3 ф.3 ъ.15 ё.1 і1.2 ї.4 є.4 ў.3 ј.8 љ.3 њ.3 ћ.3 ђ.15 џ.05 ґ.02 ѓ.02 ќ.02 ѕ.02'
export const greekLetters =
  'α10 ο9 ι8 τ8 ν8 ε8 ς5 σ5 ρ5 π5 κ4.5 μ4.4 η4.3 λ3.5 υ4 ω2 γ2 δ1.7 χ1.3 θ1.2 φ1.1 β.8 ξ.5 ζ.4 ψ.2 ί2.5 ό2.2 ά1.6 ή1.6 έ1.5 ύ1 ώ.8 ϊ.1 ΐ.02 ϋ.02'
export const hebrewLetters =
  'י11 ו10 ה10 ל8 א7 ר6 ת6 ב5 מ6 ש5 נ4 ע3 ם3 ד3 ח2.5 ק2.2 פ2 כ2.5 ט1.5 צ1.3 ג1.3 ס1.5 ז1.2 ן1.5 ך.7 ף.2 ץ.2'
export const arabicLetters =
  'ا13 ل12 ي7 م6.5 و6 ن6 ر5 ت5 ب4 ة3.5 ع3.5 د3 س3 ف3 ه4.5 ك2 ق2.5 أ2 ح2 ج1.5 ش1.2 ط1.2 ص1.2 خ1 ض.7 ذ.8 ث.8 ى1 ء.5 ز.6 غ.5 إ.8 ئ.4 ؤ.2 آ.1 ظ.2 پ.3 چ.1 گ.3 ژ.05 ک1 ی2'
