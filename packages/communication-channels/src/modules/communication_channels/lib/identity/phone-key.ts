import parsePhone from 'libphonenumber-js/max'

/**
 * Under what a phone is known: two spellings of one line have one key. Only where libphonenumber says that a number as
 * written cannot be, and the known variant of its country can, the variant is taken; a number that is right as it is
 * stays as it is, so a landline never becomes a mobile. On doubt the key is the number itself, which matches nothing
 * else. The key is for finding people; messages go to the number as it was received.
 *
 * @param phone international, with a leading plus
 */
export function phoneKey(phone: string): string {
  const plain = plainPhone(phone)
  // Most countries write a number in one way, and reading one costs more than anything else that is done with it.
  if (!(plain.slice(1, 3) in SPELLINGS)) return plain
  const parsed = parsePhone(plain)
  if (!parsed) return plain
  // Argentina's mobiles: 15 after the area code within the country is 9 before it from abroad. libphonenumber knows.
  if (parsed.isValid()) return parsed.countryCallingCode === '54' ? parsed.number : plain
  return VARIANTS[parsed.countryCallingCode]?.(plain) ?? plain
}

/** All that the line of a key may have been written as, the key first. */
export function spellingsOf(key: string): string[] {
  const others = SPELLINGS[key.slice(1, 3)]?.(key) ?? []
  return [key, ...others.filter((other) => phoneKey(other) === key)]
}

/**
 * The international number behind what a person wrote, as it is dialled today; null where that is not certain.
 *
 * @param region ISO 3166 code of the country in which a number without a plus is meant
 */
export function readPhone(text: string, region: string | null): string | null {
  const digits = text.replace(/\D/g, '')
  if (/^\s*(\+|00)/.test(text)) {
    return ifValid(phoneKey(`+${digits.replace(/^00/, '')}`))
  }
  if (!region) return null
  const local = LOCAL[region]?.(digits)
  if (local) return ifValid(local)
  const parsed = parsePhone(text, region as 'PL')
  return parsed ? ifValid(phoneKey(parsed.number)) : null
}

/**
 * The country in which a shop's customers write numbers without one: that of its own numbers, where all are of one.
 *
 * @returns ISO 3166 code
 */
export function homeRegion(addresses: (string | null)[]): string | null {
  const regions = new Set(addresses.map((address) => (address ? parsePhone(address)?.country : undefined)))
  const [only, ...others] = regions
  return others.length === 0 ? (only ?? null) : null
}

/**
 * In which country a phone is at home; null where its number does not say.
 *
 * @returns ISO 3166 code
 */
export function regionOfPhone(phone: string): string | null {
  return parsePhone(phone)?.country ?? null
}

function ifValid(phone: string): string | null {
  return parsePhone(phone)?.isValid() ? phone : null
}

function plainPhone(phone: string): string {
  return `+${phone.replace(/\D/g, '')}`
}

function ifMobile(candidate: string): string | null {
  const parsed = parsePhone(candidate)
  return parsed?.isValid() && /MOBILE/.test(parsed.getType() ?? '') ? candidate : null
}

/** By calling code: the number in the form of today, where it is in an older one. */
const VARIANTS: Record<string, (plain: string) => string | null> = {
  // Brazil's mobiles got a ninth digit, a 9 in front, from 2012 to 2016. Its landlines begin with 2 to 5.
  '55': (plain) => {
    const old = /^\+55(\d\d)([6-9]\d{7})$/.exec(plain)
    return old && ifMobile(`+55${old[1]}9${old[2]}`)
  },
  // Mexico's mobiles had a 1 after the country code until 2019.
  '52': (plain) => {
    const old = /^\+521(\d{10})$/.exec(plain)
    return old && ifMobile(`+52${old[1]}`)
  },
}

const SPELLINGS: Record<string, (key: string) => string[]> = {
  '55': (key) => (/^\+55\d\d9\d{8}$/.test(key) ? [`${key.slice(0, 5)}${key.slice(6)}`] : []),
  '52': (key) => (/^\+52\d{10}$/.test(key) ? [`+521${key.slice(3)}`] : []),
  '54': (key) =>
    /^\+549\d{10}$/.test(key) ? [6, 7, 8].map((end) => `+54${key.slice(4, end)}15${key.slice(end)}`) : [],
}

/** Forms within a country that libphonenumber takes for something else. */
const LOCAL: Record<string, (digits: string) => string | null> = {
  // Eight digits after the 15 have room for one area code only: Buenos Aires'.
  AR: (digits) => (/^15\d{8}$/.test(digits) ? `+54911${digits.slice(2)}` : null),
  // Prefixes for calls to mobiles, gone since 2019.
  MX: (digits) => {
    const dialled = /^(?:044|045|1)(\d{10})$/.exec(digits)
    return dialled ? `+52${dialled[1]}` : null
  },
}
