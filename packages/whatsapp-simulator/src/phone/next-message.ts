/** What the tools beside the phone say about the next message; used up by it. */
export type NextMessage = { hoursAgo: number | null; forwarded: boolean }

export const plainNextMessage: NextMessage = { hoursAgo: null, forwarded: false }

export function noticeOf({ hoursAgo, forwarded }: NextMessage): string | null {
  const notes = [
    ...(hoursAgo === null ? [] : [`carries a time ${hoursAgo} hours ago`]),
    ...(forwarded ? ['is marked as forwarded'] : []),
  ]
  return notes.length > 0 ? `The next message ${notes.join(' and ')}.` : null
}
