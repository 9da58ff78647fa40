import { HOME_PORTFOLIO } from '../world/user-id.ts'
import type { SimulatorAccount } from './account.ts'
import { defaultTemplates } from './default-templates.ts'

const acme = { id: HOME_PORTFOLIO, name: 'Acme Outdoor' }
const birch = { id: '920000000000001', name: 'Birch Books' }
const acmeApp = {
  appId: '900100100100100',
  appName: 'Acme Messaging',
  appSecret: 'acme-app-secret',
  accessToken: 'acme-access-token',
  verifyToken: 'acme-verify-token',
  portfolio: acme,
}

/** The PIN of every number that is registered from the start. */
const pin = '123456'

/**
 * Two businesses that know nothing of each other, so that isolation can be seen. The first has a second account, at
 * the end, in the same portfolio and with the same app and token.
 */
export const defaultAccounts: SimulatorAccount[] = [
  {
    ...acmeApp,
    wabaId: '110000000000001',
    wabaName: 'Acme Outdoor',
    currency: 'EUR',
    country: 'PL',
    timezoneId: '106',
    numbers: [
      { id: '210000000000001', displayPhoneNumber: '+48 22 123 45 01', verifiedName: 'Acme Outdoor', pin },
      { id: '210000000000002', displayPhoneNumber: '+48 22 123 45 02', verifiedName: 'Acme Support', pin },
    ],
    templates: defaultTemplates('310000000000', 'Acme Outdoor'),
  },
  {
    appId: '900200200200200',
    appName: 'Birch Messaging',
    appSecret: 'birch-app-secret',
    accessToken: 'birch-access-token',
    verifyToken: 'birch-verify-token',
    wabaId: '120000000000001',
    wabaName: 'Birch Books',
    portfolio: birch,
    currency: 'EUR',
    country: 'DE',
    timezoneId: '55',
    numbers: [
      { id: '220000000000001', displayPhoneNumber: '+49 30 123 45 01', verifiedName: 'Birch Books', pin },
    ],
    templates: defaultTemplates('320000000000', 'Birch Books'),
  },
  {
    ...acmeApp,
    wabaId: '110000000000002',
    wabaName: 'Acme Rentals',
    currency: 'EUR',
    country: 'PL',
    timezoneId: '106',
    numbers: [
      { id: '210000000000003', displayPhoneNumber: '+48 22 123 45 03', verifiedName: 'Acme Rentals', pin },
    ],
    templates: defaultTemplates('330000000000', 'Acme Rentals'),
  },
]
