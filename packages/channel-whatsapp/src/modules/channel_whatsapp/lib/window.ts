/** Meta's customer service window: free-form messages until 24 hours after the customer last wrote. */
export const WINDOW_MS = 24 * 60 * 60 * 1000
