/** What a message names as an address is a stranger's text: only these become something to click, null the rest. */
export function webLink(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

export function phoneLink(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '')
  return /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : null
}

export function mailLink(email: string): string | null {
  return /^[^\s@?&]+@[^\s@?&]+$/.test(email) && email.isWellFormed() ? `mailto:${encodeURI(email)}` : null
}

/** WGS 84, in degrees. */
export function mapLink(latitude: number, longitude: number): string {
  const place = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) })
  return `https://www.openstreetmap.org/?${place}#map=16/${latitude}/${longitude}`
}
