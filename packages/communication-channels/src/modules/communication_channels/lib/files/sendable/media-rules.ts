import type { MediaType } from '../../content/media.ts'

/** A voice note is an audio message that asks more of its file. */
export type MediaUse = MediaType | 'voice'

/** What one kind of message takes. Sizes in bytes, by the content's own type. */
export interface MediaRule {
  /** Absent: any type. */
  mimeTypes?: readonly string[]
  maxBytes: number
  /** Of these types, where they may have less. */
  maxBytesByType?: Readonly<Record<string, number>>
  /** Of an animated picture, where they differ. */
  maxAnimatedBytes?: number
  /** Exactly this many pixels on each side. */
  side?: number
  /** How many channels of sound at most. */
  maxChannels?: number
  /** By type; one that is not named is taken with any. */
  codecs?: Readonly<Record<string, Codecs>>
}

/** Those that are taken, as `opus` or `avc`. A video need not have sound. */
export interface Codecs {
  audio?: readonly string[]
  video?: readonly string[]
}

export type MediaRules = Readonly<Partial<Record<MediaUse, MediaRule>>>

/** A channel that has no rule for voice messages takes them as what else sounds. */
export function ruleFor(use: MediaUse, rules: MediaRules | undefined): MediaRule | undefined {
  return rules?.[use] ?? (use === 'voice' ? rules?.audio : undefined)
}
