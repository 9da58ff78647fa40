import { type ConsentPurpose, type ConsentSource, consentPurposes } from '../person/consent.ts'

export const filterStates = ['opted_in', 'opted_out', 'unconfirmed'] as const
export const filterSources = [
  'form',
  'checkout',
  'message',
  'staff',
  'import',
  'platform',
  'error',
] as const satisfies ConsentSource[]

/** Who of all is shown, as it stands in the page's address. */
export type ListFilter = {
  purpose: ConsentPurpose | null
  state: (typeof filterStates)[number] | null
  source: ConsentSource | null
  phone: string | null
}

export function filterIn(params: URLSearchParams): ListFilter {
  return {
    purpose: consentPurposes.find((known) => known === params.get('purpose')) ?? null,
    state: filterStates.find((known) => known === params.get('state')) ?? null,
    source: filterSources.find((known) => known === params.get('source')) ?? null,
    phone: params.get('phone')?.trim().slice(0, 40) || null,
  }
}

/** As the API takes it. */
export function queryOf(filter: ListFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

export function isFiltered(filter: ListFilter): boolean {
  return Object.values(filter).some((one) => one !== null)
}
