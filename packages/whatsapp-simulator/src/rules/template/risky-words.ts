/** What makes a text promotional, by language. Whole words, and beginnings of words with `*`. */
const PROMOTIONAL: Record<string, string[]> = {
  en: ['discount*', 'sale', 'coupon*', 'promo*', 'special offer*', 'limited offer', 'free gift', 'bargain*'],
  pl: ['rabat*', 'zniżk*', 'wyprzedaż*', 'promocj*', 'okazj*', 'gratis', 'kupon*'],
  de: ['Rabatt*', 'Sonderangebot*', 'Gutschein*', 'Sonderpreis*', 'Schlussverkauf', 'Schnäppchen'],
  es: ['descuento*', 'rebaja*', 'oferta especial', 'ofertas especiales', 'cupón', 'cupones', 'regalo*'],
}

/** In a language that is not known the English words are looked for. */
export function promotionalWords(language: string): string[] {
  return PROMOTIONAL[language.split('_')[0]!] ?? PROMOTIONAL.en!
}

/** Nobody but a thief asks for these. */
export const SECRETS = [
  ...['password', 'credit card number', 'card number', 'cvv', 'social security number'],
  ...['hasło', 'numer karty', 'Passwort', 'Kartennummer', 'contraseña', 'número de tarjeta'],
]

export const ABUSIVE = ['idiot*', 'stupid', 'loser*', 'debil*', 'idiota', 'Dummkopf', 'imbécil']

/** Addresses that hide where they lead. */
export const SHORTENERS = ['bit.ly', 'tinyurl.com', 'goo.gl', 't.co', 'is.gd', 'ow.ly', 'cutt.ly', 'wa.me']

/** Small words that give a language away, and are no words of the others. */
export const SMALL_WORDS: Record<string, string[]> = {
  en: [
    'the',
    'your',
    'you',
    'and',
    'is',
    'for',
    'with',
    'our',
    'we',
    'this',
    'has',
    'are',
    'been',
    'to',
    'of',
  ],
  pl: [
    'jest',
    'się',
    'nie',
    'twoje',
    'twój',
    'dla',
    'oraz',
    'już',
    'aby',
    'czy',
    'został',
    'została',
    'że',
    'na',
  ],
  de: [
    'der',
    'die',
    'das',
    'und',
    'ist',
    'ihre',
    'ihr',
    'sie',
    'nicht',
    'mit',
    'wir',
    'wurde',
    'eine',
    'ein',
    'für',
  ],
  es: [
    'el',
    'los',
    'su',
    'tu',
    'está',
    'para',
    'con',
    'hemos',
    'que',
    'ha',
    'sido',
    'por',
    'usted',
    'del',
    'una',
  ],
}

/** Which of the words stand in the text, each once. */
export function found(words: string[], text: string): string[] {
  return words.filter((word) => {
    const isBeginning = word.endsWith('*')
    const plain = (isBeginning ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const end = isBeginning ? '' : '(?![\\p{L}\\p{N}])'
    return new RegExp(`(?<![\\p{L}\\p{N}])${plain}${end}`, 'iu').test(text)
  })
}
