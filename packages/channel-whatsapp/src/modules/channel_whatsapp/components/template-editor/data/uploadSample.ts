import { ProviderRequestFailed, providerRequest } from '../../request.ts'

interface SampleInput {
  file: File
  connectionId: string
  kind: 'image' | 'video' | 'document'
  /** Told how much of it has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Hands Meta a sample for a header and answers its handle. Throws ProviderRequestFailed. By XMLHttpRequest, for fetch does
 * not tell how far it got.
 */
export function uploadSample({ file, connectionId, kind, onProgress, signal }: SampleInput): Promise<string> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest()
    const lost = () => reject(new ProviderRequestFailed(0, null))
    const query = new URLSearchParams({ connectionId, kind })
    exchange.open('POST', `/api/channel_whatsapp/templates/samples?${query}`)
    exchange.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    exchange.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    exchange.onload = () => {
      const answer = readJson(exchange.responseText)
      // The host notices by a call of its own kind that a session has ended.
      if (exchange.status === 401) providerRequest('/templates/accounts').catch(() => {})
      if (exchange.status < 300 && answer?.handle) resolve(answer.handle)
      else reject(new ProviderRequestFailed(exchange.status, answer))
    }
    exchange.onerror = lost
    exchange.onabort = lost
    signal.addEventListener('abort', () => exchange.abort(), { once: true })
    exchange.send(file)
  })
}

function readJson(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
