/**
 * Meta's user ids begin with the country of the person's number: `PL.1234`, and those of a managed account `PL.ENT.1234`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function regionOfUserId(userId: string): string | null {
  return /^([A-Z]{2})\./.exec(userId)?.[1] ?? null
}
