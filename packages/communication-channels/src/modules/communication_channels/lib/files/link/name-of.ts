type Headers = Record<string, string | string[] | undefined>

/** What a fetched file is called: as its server says, else by the end of its link. Taken as said, not yet cleaned. */
export function nameOf(headers: Headers, url: URL): string {
  return fromDisposition(String(headers['content-disposition'] ?? '')) ?? fromPath(url) ?? url.hostname
}

function fromDisposition(value: string): string | null {
  const encoded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(value)?.[1]
  if (encoded) return decoded(encoded.trim())
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(value)
  return plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim() ?? null
}

function fromPath(url: URL): string | null {
  const last = url.pathname.split('/').at(-1)
  return last ? decoded(last) : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
