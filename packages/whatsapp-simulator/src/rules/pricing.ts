export type Pricing = {
  billable: boolean
  pricing_model: 'PMP'
  type: 'regular' | 'free_customer_service' | 'free_entry_point'
  category: 'service' | 'utility' | 'marketing' | 'authentication'
}

/** Since this day service messages and utility templates inside the window are paid for. */
const PAID_SERVICE_SINCE = Date.parse('2026-10-01T00:00:00Z')

/** Free service deliveries per phone number and calendar month. */
const FREE_SERVICE_MESSAGES = 1000

/**
 * What Meta reports for one message.
 * The value it uses for the free thousand is not documented; `free_customer_service` was its word for free ones before.
 */
export function pricingFor(send: {
  category: Pricing['category']
  windowOpen: boolean
  freeEntryOpen: boolean
  serviceMessagesThisMonth: number
  at: number
}): Pricing {
  if (send.freeEntryOpen)
    return {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: send.category,
    }
  const insideFreeWindow = send.windowOpen && send.at < PAID_SERVICE_SINCE
  const free =
    send.category === 'service'
      ? insideFreeWindow || send.serviceMessagesThisMonth < FREE_SERVICE_MESSAGES
      : send.category === 'utility' && insideFreeWindow
  return {
    billable: !free,
    pricing_model: 'PMP',
    type: free ? 'free_customer_service' : 'regular',
    category: send.category,
  }
}
