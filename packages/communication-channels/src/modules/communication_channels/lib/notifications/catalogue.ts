import { DOUBLE_OPT_IN, RE_ENGAGEMENT } from '../policy/notification-intent.ts'
import type { Purpose } from '../policy/purpose.ts'
import type { NotificationData } from './notification-value.ts'

/** Tells somebody that they get no more of what they ended. */
export const STOP_CONFIRMATION = 'stop_confirmation'

/** A notification that a shop sends: for what it is, and what its data are called, each with an example. */
export interface KnownNotification {
  name: string
  purpose: Purpose
  samples: NotificationData
}

const PERSON = { contact_first_name: 'Maria', business_name: 'Acme Outdoor' }
const ORDER = { ...PERSON, order_number: '1042' }
const TOTAL = { type: 'money', amount: '129.90', currency: 'EUR' } as const
const INVOICE = { ...PERSON, invoice_number: 'INV-2026-118', amount: TOTAL }

const CATALOGUE = {
  welcome: { purpose: 'marketing', samples: PERSON },
  [RE_ENGAGEMENT]: { purpose: 'utility', samples: PERSON },
  order_confirmed: { purpose: 'utility', samples: { ...ORDER, order_total: TOTAL } },
  order_shipped: {
    purpose: 'utility',
    samples: {
      ...ORDER,
      tracking_number: 'PL4820017733',
      tracking_url: 'https://track.example.com/PL4820017733',
    },
  },
  order_delivered: { purpose: 'utility', samples: ORDER },
  invoice_ready: { purpose: 'utility', samples: { ...INVOICE, due_date: day('2026-12-15') } },
  payment_received: { purpose: 'utility', samples: { ...ORDER, ...INVOICE } },
  payment_reminder: { purpose: 'utility', samples: { ...INVOICE, due_date: day('2026-12-15') } },
  appointment_scheduled: {
    purpose: 'utility',
    samples: {
      ...PERSON,
      appointment_time: { type: 'date', at: '2026-12-03T14:30:00Z', style: 'date_time' },
      appointment_place: 'Nowy Świat 1, Warszawa',
    },
  },
  [DOUBLE_OPT_IN]: { purpose: 'utility', samples: PERSON },
  [STOP_CONFIRMATION]: { purpose: 'utility', samples: PERSON },
} as const satisfies Record<string, Omit<KnownNotification, 'name'>>

/** In the order in which a shop meets them. */
export const KNOWN_NOTIFICATIONS: KnownNotification[] = Object.entries(CATALOGUE).map(([name, known]) => ({
  name,
  ...known,
}))

function day(on: string) {
  return { type: 'date', at: `${on}T12:00:00Z` } as const
}
