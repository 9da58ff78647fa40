/** What a fresh installation has, so that isolation between tenants can be seen at once. */
export const SEEDED_PASSWORD = 'mercato-demo'

export const seededTenants = [
  {
    name: 'Acme Outdoor',
    slug: 'acme',
    users: [
      { email: 'admin@acme.test', name: 'Ada Admin', role: 'admin' },
      { email: 'agent@acme.test', name: 'Emil Employee', role: 'employee' },
    ],
  },
  {
    name: 'Birch Books',
    slug: 'birch',
    users: [
      { email: 'admin@birch.test', name: 'Bea Berg', role: 'admin' },
      { email: 'agent@birch.test', name: 'Bruno Buch', role: 'employee' },
    ],
  },
] as const
