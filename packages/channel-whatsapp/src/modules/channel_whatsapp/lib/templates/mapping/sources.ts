/**
 * Where a value of a template can come from, and under which key the data of a notification has it; where shops call it
 * by several, the first that is there counts.
 */
export const MAPPING_SOURCES = {
  'contact.first_name': ['contact_first_name'],
  'contact.name': ['contact_name'],
  'contact.phone': ['contact_phone'],
  'business.name': ['business_name'],
  'order.number': ['order_number'],
  'order.total': ['order_total'],
  'order.date': ['order_date'],
  'order.url': ['order_url'],
  'shipment.carrier': ['carrier'],
  'shipment.tracking_number': ['tracking_number'],
  'shipment.tracking_url': ['tracking_url'],
  'shipment.delivery_date': ['delivery_date'],
  'invoice.number': ['invoice_number'],
  'invoice.total': ['invoice_total', 'amount'],
  'invoice.due_date': ['due_date'],
  'invoice.url': ['invoice_url'],
  'payment.amount': ['payment_amount', 'amount'],
  'payment.date': ['payment_date'],
  'payment.url': ['payment_url'],
  'appointment.time': ['appointment_time'],
  'appointment.place': ['appointment_place'],
  'offer.code': ['coupon_code'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type KnownSource = keyof typeof MAPPING_SOURCES

/** A value that a person types each time; a notification takes the fallback. */
export const FREE = 'free'

/** `data.<key>`: a value that a notification of the shop's own brings along under this key. */
export const OWN_DATA = 'data.'

/** Under which keys the data has what a source stands for; none for one that no data has. */
export function dataKeysOf(source: string): readonly string[] {
  if (Object.hasOwn(MAPPING_SOURCES, source)) return MAPPING_SOURCES[source as KnownSource]
  return source.startsWith(OWN_DATA) ? [source.slice(OWN_DATA.length)] : []
}
