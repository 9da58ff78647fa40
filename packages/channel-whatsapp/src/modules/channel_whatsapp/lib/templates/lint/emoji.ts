const EMOJI = /\p{RGI_Emoji}/gv

/** Each once, however many code points it takes. */
export function countEmoji(text: string): number {
  return text.match(EMOJI)?.length ?? 0
}

export function withoutEmoji(text: string): string {
  return text.replace(EMOJI, '')
}
