import type { CheckedFile } from '../model/file.ts'
import { apiBase, type Problem, RequestFailed, request } from './request.ts'
import { sendWithProgress } from './sendWithProgress.ts'

type UploadInput = {
  file: Blob
  fileName: string
  channelId: string
  /** Told how much of it has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Hands a file to the server. Throws RequestFailed. */
export async function uploadFile(input: UploadInput): Promise<CheckedFile> {
  const { file, fileName, channelId, onProgress, signal } = input
  const address = `${apiBase}/files?${new URLSearchParams({ channelId, fileName })}`
  const { status, body } = await sendWithProgress({ address, file, onProgress, signal })
  // The host notices by a call of its own kind that a session has ended.
  if (status === 401) request('/channels').catch(() => {})
  if (status === 201 && body) return body as CheckedFile
  throw new RequestFailed(status, body as Problem | null)
}
