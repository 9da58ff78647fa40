/** Those that a shop sends for a reason of its own; what the hub asks by itself nobody switches on. */
const shopNotifications = [
  'welcome',
  'order_confirmed',
  'order_shipped',
  'order_delivered',
  'invoice_ready',
  'payment_received',
  'payment_reminder',
  'appointment_scheduled',
]

/** With the key of its words, which one of a name of the shop's own does not have. */
export function choosable(enabled: string[]): { name: string; key: string | null }[] {
  const own = enabled.filter((name) => !shopNotifications.includes(name))
  return [
    ...shopNotifications.map((name) => ({ name, key: name })),
    ...own.map((name) => ({ name, key: null })),
  ]
}
