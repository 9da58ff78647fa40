import { qualities } from '../words/quality.ts'

export const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const

/** Which templates are shown, as it stands in the page's address. */
export type ListFilter = {
  account: string | null
  status: string | null
  category: (typeof categories)[number] | null
  language: string | null
  quality: (typeof qualities)[number] | null
  search: string | null
}

export function filterIn(params: URLSearchParams): ListFilter {
  const oneOf = <Value extends string>(known: readonly Value[], name: string) =>
    known.find((value) => value === params.get(name)) ?? null
  return {
    account: params.get('account') || null,
    // Meta may name states that nobody knew when this was written.
    status: params.get('status')?.trim().slice(0, 64) || null,
    category: oneOf(categories, 'category'),
    language: params.get('language')?.slice(0, 20) || null,
    quality: oneOf(qualities, 'quality'),
    search: params.get('search')?.trim().slice(0, 200) || null,
  }
}

/** As the API takes it. */
export function queryOf({ account, ...filter }: ListFilter): URLSearchParams {
  const asked = { connectionId: account, ...filter }
  return new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

export function isFiltered(filter: ListFilter): boolean {
  return Object.values(filter).some((value) => value !== null)
}

export const noFilter = {
  account: null,
  status: null,
  category: null,
  language: null,
  quality: null,
  search: null,
} as const satisfies ListFilter
