import type { CheckedFile } from '../model/file.ts'
import { apiBase, RequestFailed, request } from './request.ts'

type UploadInput = {
  file: Blob
  fileName: string
  channelId: string
  /** Told how much of it has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Hands a file to the server. Throws RequestFailed. By XMLHttpRequest, for fetch does not tell how far it got. */
export function uploadFile({
  file,
  fileName,
  channelId,
  onProgress,
  signal,
}: UploadInput): Promise<CheckedFile> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest()
    const lost = () => reject(new RequestFailed(0, null))
    exchange.open('POST', `${apiBase}/files?${new URLSearchParams({ channelId, fileName })}`)
    exchange.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    exchange.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    exchange.onload = () => {
      const body = readJson(exchange.responseText)
      // The host notices by a call of its own kind that a session has ended.
      if (exchange.status === 401) request('/channels').catch(() => {})
      if (exchange.status === 201 && body) resolve(body as CheckedFile)
      else reject(new RequestFailed(exchange.status, body))
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
