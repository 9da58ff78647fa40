/** What the tools beside the phone say about the next message; used up by it. */
export type NextMessage = { hoursAgo: number | null; forwarded: boolean; fromAd: boolean }

export const plainNextMessage: NextMessage = { hoursAgo: null, forwarded: false, fromAd: false }

export function noticeOf({ hoursAgo, forwarded, fromAd }: NextMessage): string | null {
  const notes = [
    ...(hoursAgo === null ? [] : [`carries a time ${hoursAgo} hours ago`]),
    ...(forwarded ? ['is marked as forwarded'] : []),
    ...(fromAd ? ['comes from an advertisement'] : []),
  ]
  return notes.length > 0 ? `The next message ${notes.join(' and ')}.` : null
}
