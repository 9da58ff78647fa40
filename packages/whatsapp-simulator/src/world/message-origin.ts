/** How a customer came to write something: passed on from another chat, after an advertisement, about a product. */
export type MessageOrigin = {
  forwarded?: boolean | undefined
  frequentlyForwarded?: boolean | undefined
  /** Meta's `referral` of an advertisement that opens a chat, as it is. */
  referral?: Record<string, unknown> | undefined
  referredProduct?: { catalogId: string; productRetailerId: string } | undefined
}
