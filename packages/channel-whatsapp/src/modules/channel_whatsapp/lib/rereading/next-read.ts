const HOUR_MS = 60 * 60_000
/** Webhooks tell most changes as they happen; this finds what no webhook told, at the latest after a day. */
const READ_MS = { least: 20 * HOUR_MS, most: 24 * HOUR_MS }
/**
 * Meta counts management calls by the hour and account, 200 of them at least. Reading the largest account, of 6,000
 * templates, takes 64, so once an hour leaves most of them to people.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
 */
const FAILED_MS = { least: HOUR_MS, most: 2 * HOUR_MS }

/**
 * When a connection is read again. Spread by chance, so that those that were read together drift apart.
 *
 * @param random from 0 to 1
 */
export function nextRead(wasRead: boolean, now: Date, random: number): Date {
  const { least, most } = wasRead ? READ_MS : FAILED_MS
  return new Date(now.getTime() + least + random * (most - least))
}
