import { type Pricing, pricingFor } from './pricing.ts'

const before = Date.parse('2026-09-30T23:59:59Z')
const after = Date.parse('2026-10-01T00:00:00Z')

test.each<[Pricing['category'], boolean, number, number, boolean]>([
  ['service', true, 0, before, false],
  ['service', true, 5000, before, false],
  ['service', true, 999, after, false],
  ['service', true, 1000, after, true],
  ['utility', true, 0, before, false],
  ['utility', false, 0, before, true],
  ['utility', true, 0, after, true],
  ['marketing', true, 0, before, true],
  ['authentication', true, 0, after, true],
])(
  '%s, window open: %s, %d service messages before, at %d: billable %s',
  (category, windowOpen, count, at, billable) => {
    expect(
      pricingFor({ category, windowOpen, freeEntryOpen: false, serviceMessagesThisMonth: count, at }),
    ).toEqual({
      billable,
      pricing_model: 'PMP',
      type: billable ? 'regular' : 'free_customer_service',
      category,
    })
  },
)

test.each<Pricing['category']>(['service', 'utility', 'marketing', 'authentication'])(
  '%s costs nothing while the free-entry window is open, whatever else is so',
  (category) => {
    const send = {
      category,
      windowOpen: false,
      freeEntryOpen: true,
      serviceMessagesThisMonth: 5000,
      at: after,
    }
    expect(pricingFor(send)).toEqual({
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category,
    })
  },
)
