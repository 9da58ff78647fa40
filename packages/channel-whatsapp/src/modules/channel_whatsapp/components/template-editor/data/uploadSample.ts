import { sendWithProgress } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/sendWithProgress'
import { type Problem, ProviderRequestFailed, providerRequest } from '../../request.ts'

interface SampleInput {
  file: File
  connectionId: string
  kind: 'image' | 'video' | 'document'
  /** Told how much of it has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Hands Meta a sample for a header and answers its handle. Throws ProviderRequestFailed. */
export async function uploadSample(input: SampleInput): Promise<string> {
  const { file, connectionId, kind, onProgress, signal } = input
  const address = `/api/channel_whatsapp/templates/samples?${new URLSearchParams({ connectionId, kind })}`
  const { status, body } = await sendWithProgress({ address, file, onProgress, signal })
  // The host notices by a call of its own kind that a session has ended.
  if (status === 401) providerRequest('/templates/accounts').catch(() => {})
  const { handle } = (body ?? {}) as { handle?: string }
  if (status < 300 && handle) return handle
  throw new ProviderRequestFailed(status, body as Problem | null)
}
