/** Meta's customer service window: free-form messages until 24 hours after the customer last wrote. */
export const WINDOW_MS = 24 * 60 * 60 * 1000

/**
 * Meta's free entry point: who comes from an ad or a post and is answered within a day costs nothing for three days.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing#free-entry-point-windows
 */
export const FREE_ENTRY = { replyWithinMs: WINDOW_MS, lengthMs: 3 * WINDOW_MS }
