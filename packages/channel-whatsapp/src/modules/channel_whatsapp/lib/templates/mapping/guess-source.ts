import { type KnownSource, MAPPING_SOURCES } from './sources.ts'

/** What people call the variables of their templates, where that is not the name of the source itself. */
const CALLED: Record<string, KnownSource> = {
  name: 'contact.first_name',
  first_name: 'contact.first_name',
  firstname: 'contact.first_name',
  customer: 'contact.name',
  customer_name: 'contact.name',
  full_name: 'contact.name',
  phone: 'contact.phone',
  phone_number: 'contact.phone',
  business: 'business.name',
  company: 'business.name',
  shop: 'business.name',
  shop_name: 'business.name',
  order: 'order.number',
  order_id: 'order.number',
  order_no: 'order.number',
  total: 'order.total',
  tracking: 'shipment.tracking_number',
  tracking_link: 'shipment.tracking_url',
  invoice: 'invoice.number',
  invoice_id: 'invoice.number',
  amount: 'payment.amount',
  appointment: 'appointment.time',
  code: 'offer.code',
  coupon: 'offer.code',
}

const BY_KEY = new Map<string, KnownSource>(
  (Object.keys(MAPPING_SOURCES) as KnownSource[]).map((source) => [MAPPING_SOURCES[source][0], source]),
)

/** Which source the name of a variable speaks of; null where it speaks of none, as a number does. */
export function guessSource(variable: string): KnownSource | null {
  const name = variable.toLowerCase()
  const called = Object.hasOwn(CALLED, name) ? CALLED[name]! : null
  return called ?? BY_KEY.get(name) ?? null
}
