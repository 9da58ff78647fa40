/** Places, products and people to pick from, so that nobody has to type coordinates. */
export const PLACES = [
  {
    name: 'Old Town Market',
    address: 'Rynek Starego Miasta 1, Warsaw',
    latitude: 52.24971,
    longitude: 21.01223,
  },
  {
    name: 'Central Station',
    address: 'Al. Jerozolimskie 54, Warsaw',
    latitude: 52.22873,
    longitude: 21.00322,
  },
  { name: 'Alexanderplatz', address: 'Alexanderplatz, Berlin', latitude: 52.52192, longitude: 13.41321 },
  { name: 'Praça da Sé', address: 'Praça da Sé, São Paulo', latitude: -23.55028, longitude: -46.63397 },
] as const

/** An advertisement that leads to a chat, as Meta tells the business of it. */
export const ADVERTISEMENT = {
  source_type: 'ad',
  source_id: '120210000000000001',
  source_url: 'https://fb.me/samples-tents',
  headline: 'Tents for two',
  body: 'Light, dry, and up in a minute.',
  ctwa_clid: 'ARAkLkA8rmlFeiCktEJQ',
}

export const CATALOG_ID = '400000000000001'
export const CURRENCY = 'EUR'

export const PRODUCTS = [
  { id: 'TENT-2-GREEN', name: 'Two-person tent, green', price: 189 },
  { id: 'BAG-DOWN-M', name: 'Down sleeping bag, M', price: 129.5 },
  { id: 'STOVE-GAS', name: 'Gas stove', price: 34.9 },
  { id: 'LAMP-HEAD', name: 'Head lamp', price: 24.99 },
  { id: 'MUG-STEEL', name: 'Steel mug', price: 12 },
] as const

export function productName(id: string): string {
  return PRODUCTS.find((product) => product.id === id)?.name ?? id
}

export function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount.toFixed(2)} ${currency}`
  }
}
