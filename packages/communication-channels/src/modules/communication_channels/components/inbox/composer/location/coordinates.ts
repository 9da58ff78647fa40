export type Coordinates = { latitude: string; longitude: string }

const number = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`
const patterns = [
  // Where a map link names the place itself, that is meant, not the middle of the map.
  new RegExp(`!3d${number}!4d${number}`),
  new RegExp(`[?&](?:q|ll|query|destination|daddr|center)=(?:loc:)?${number},\\s*${number}`),
  new RegExp(`[?&]mlat=${number}&mlon=${number}`),
  new RegExp(`@${number},${number}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${number}/${number}`),
  new RegExp(`^geo:${number},${number}`),
  new RegExp(`^\\(?${number}°?\\s*[,;\\s]\\s*${number}°?\\)?$`),
]
const decimalCommas = /^\(?([+-]?\d{1,3}),(\d+)\s*[;\s]\s*([+-]?\d{1,3}),(\d+)\)?$/

/** Latitude and longitude out of a pasted text: a pair of numbers, or a link of a map. Null where there are none. */
export function readCoordinates(pasted: string): Coordinates | null {
  const text = decoded(pasted).trim().replace(decimalCommas, '$1.$2,$3.$4')
  for (const pattern of patterns) {
    const [, latitude = '', longitude = ''] = pattern.exec(text) ?? []
    if (degrees(latitude, 90) !== null && degrees(longitude, 180) !== null) return { latitude, longitude }
  }
  return null
}

/** The number that was typed, with a point or a comma; null unless it lies between -most and most. */
export function degrees(typed: string, most: number): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^[+-]?\d+(\.\d*)?$/.test(text)) return null
  const value = Number(text)
  return Math.abs(value) <= most ? value : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
