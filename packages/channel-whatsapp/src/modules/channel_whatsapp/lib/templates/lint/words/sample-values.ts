interface Sample {
  /** In the variable's name, or in the words before it. */
  words: RegExp
  /** By language; `en` for all others. */
  values: { en: string; pl?: string; de?: string; es?: string }
}

/** The first that fits wins, so what is more particular comes first. */
const SAMPLES: Sample[] = [
  { words: /track|link|url|śledz|verfolg|seguim/i, values: { en: 'https://shop.example/t/10482' } },
  { words: /e-?mail|correo/i, values: { en: 'anna@shop.example' } },
  { words: /phone|tel[eé]f|telefon/i, values: { en: '+48 601 234 567' } },
  { words: /code|coupon|promo|kod\b|rabat|gutschein|cup[oó]n|c[oó]digo/i, values: { en: 'SPRING20' } },
  { words: /invoice|faktur|rechnung|factura/i, values: { en: 'INV-2041' } },
  { words: /carrier|courier|kurier|przewoźnik|versand|transport/i, values: { en: 'DHL' } },
  {
    words: /address|adres|direcci/i,
    values: {
      en: '12 Mill Lane, York',
      pl: 'ul. Młyńska 12, Kraków',
      de: 'Mühlweg 12, Köln',
      es: 'Calle Molino 12, Madrid',
    },
  },
  { words: /company|shop|store|brand|firm|sklep|laden|tienda|empresa/i, values: { en: 'Acme Outdoor' } },
  { words: /time|hour|godzin|uhr|hora/i, values: { en: '14:30' } },
  {
    words: /date|day|until|dat[aum]|dzień|termin|fecha|día|\btag\b/i,
    values: { en: '24 March', pl: '24 marca', de: '24. März', es: '24 de marzo' },
  },
  {
    words: /amount|total|price|sum|kwot|cen[aęy]|betrag|preis|importe|precio/i,
    values: { en: '€49.90', pl: '49,90 zł', de: '49,90 €', es: '49,90 €' },
  },
  {
    words: /order|number|id\b|ref|zamówien|numer|bestell|nummer|pedido|número|[#№]\s*$/i,
    values: { en: '10482' },
  },
  {
    words: /product|item|article|produkt|artikel|artículo|producto/i,
    values: {
      en: 'trail backpack',
      pl: 'plecak turystyczny',
      de: 'Wanderrucksack',
      es: 'mochila de montaña',
    },
  },
  { words: /city|town|miasto|stadt|ciudad/i, values: { en: 'York', pl: 'Kraków', de: 'Köln', es: 'Madrid' } },
  { words: /count|quantity|qty|ilość|anzahl|cantidad/i, values: { en: '12' } },
  {
    words:
      /name|hello|hi\b|dear|imi[ęe]|cześć|witaj|dzień dobry|hallo|liebe|vorname|hola|nombre|customer|klient|kund|cliente/i,
    values: { en: 'Anna' },
  },
]

/** Where nothing tells what a variable is for: a number is most often one of an order. */
const ANYTHING = '10482'

/** What might stand in a variable, told from its name or, for a number, from the words before it. */
export function sampleValue(key: string, before: string, language: string): string {
  const hint = /^\d+$/.test(key) ? lastWords(before) : key.replaceAll('_', ' ')
  const sample = SAMPLES.find(({ words }) => words.test(hint))
  const { values } = sample ?? { values: { en: ANYTHING } }
  return values[language.slice(0, 2) as keyof typeof values] ?? values.en
}

function lastWords(text: string): string {
  return text.trimEnd().split(/\s+/).slice(-3).join(' ')
}
