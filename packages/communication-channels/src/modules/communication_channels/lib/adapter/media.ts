import type { ChannelAddress, TenantScope } from './connection-input.ts'

export interface DownloadMediaInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  /** As the delivery told it: the provider's id, its own link, or both. */
  media: { id: string | null; link: string | null }
  /** More than this is not read: `too_large`. */
  maxBytes: number
}

export interface DownloadedMedia {
  bytes: Uint8Array
  /** As the provider says; what it really is, the hub finds out from the bytes. */
  mimeType: string | null
}

export interface UploadMediaInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  file: { bytes: Uint8Array; mimeType: string; fileName: string }
}

export interface UploadedMedia {
  externalMediaId: string
  /** From when on a message may not name it any more. Null: for ever. */
  expiresAt: Date | null
}

/**
 * A file could not be had or handed over. `retryable` where the same call may succeed later; else a person has to do
 * something, as `action` says.
 */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly code: string
  readonly action: string | null
  readonly retryable: boolean
  readonly retryAfterMs: number | null

  constructor(
    code: string,
    message: string,
    about: { action?: string | null; retryable: boolean; retryAfterMs?: number | null },
  ) {
    super(message)
    this.code = code
    this.action = about.action ?? null
    this.retryable = about.retryable
    this.retryAfterMs = about.retryAfterMs ?? null
  }
}
