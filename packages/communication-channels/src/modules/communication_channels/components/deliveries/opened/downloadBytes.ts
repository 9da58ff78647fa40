import type { RawBody } from '../delivery.ts'

/** Exactly the bytes that came, as a file. */
export function downloadBytes(raw: RawBody, name: string): void {
  const bytes =
    raw.encoding === 'utf-8'
      ? new TextEncoder().encode(raw.text)
      : Uint8Array.from(atob(raw.base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}${raw.encoding === 'utf-8' ? '.json' : '.bin'}`
  link.click()
  URL.revokeObjectURL(url)
}
