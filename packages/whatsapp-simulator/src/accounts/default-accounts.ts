import type { SimulatorAccount } from './account.ts'
import { defaultTemplates } from './default-templates.ts'

/** Two businesses that know nothing of each other, so that isolation can be seen. */
export const defaultAccounts: SimulatorAccount[] = [
  {
    appId: '900100100100100',
    appName: 'Acme Messaging',
    appSecret: 'acme-app-secret',
    accessToken: 'acme-access-token',
    verifyToken: 'acme-verify-token',
    wabaId: '110000000000001',
    wabaName: 'Acme Outdoor',
    currency: 'EUR',
    country: 'PL',
    timezoneId: '106',
    numbers: [
      { id: '210000000000001', displayPhoneNumber: '+48 22 123 45 01', verifiedName: 'Acme Outdoor' },
      { id: '210000000000002', displayPhoneNumber: '+48 22 123 45 02', verifiedName: 'Acme Support' },
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
    currency: 'EUR',
    country: 'DE',
    timezoneId: '55',
    numbers: [{ id: '220000000000001', displayPhoneNumber: '+49 30 123 45 01', verifiedName: 'Birch Books' }],
    templates: defaultTemplates('320000000000', 'Birch Books'),
  },
]
