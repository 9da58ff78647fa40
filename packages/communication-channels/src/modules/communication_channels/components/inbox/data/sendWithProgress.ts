type SendInput = {
  address: string
  file: Blob
  /** Told how much of it has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Its body is null where it is no JSON; the status is 0 where nothing was answered, or it was called off. */
type Answer = { status: number; body: unknown }

/** Posts a file. By XMLHttpRequest, for fetch does not tell how far it got. */
export function sendWithProgress({ address, file, onProgress, signal }: SendInput): Promise<Answer> {
  return new Promise((resolve) => {
    const exchange = new XMLHttpRequest()
    const lost = () => resolve({ status: 0, body: null })
    exchange.open('POST', address)
    exchange.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    exchange.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    exchange.onload = () => resolve({ status: exchange.status, body: readJson(exchange.responseText) })
    exchange.onerror = lost
    exchange.onabort = lost
    signal.addEventListener('abort', () => exchange.abort(), { once: true })
    exchange.send(file)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
