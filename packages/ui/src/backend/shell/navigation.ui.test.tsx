import { expect, test } from '@jest/globals'
import { buildNavigation, currentHref, type NavigablePage } from './navigation.tsx'

const pages: NavigablePage[] = [
  { path: '/backend/parcels/$id', metadata: { pageTitle: 'Parcel' } },
  { path: '/backend/audit', metadata: { pageTitle: 'Audit', pageGroup: 'Settings', pageOrder: 90 } },
  {
    path: '/backend/parcels',
    metadata: { pageTitle: 'Parcels', pageGroup: 'Work', pageOrder: 5, requireFeatures: ['parcels.view'] },
  },
  { path: '/backend/hidden', metadata: { pageTitle: 'Hidden', navHidden: true } },
]

const hrefs = (granted: string[]) =>
  buildNavigation(pages, granted).map((group) => [group.label, group.items.map((item) => item.href)])

test('the menu hides what is not permitted, what is hidden and what needs an id', () => {
  expect(hrefs([])).toEqual([['Settings', ['/backend/audit']]])
})

test('permitted pages stand in their groups, in the order they ask for', () => {
  const everything = [
    ['Work', ['/backend/parcels']],
    ['Settings', ['/backend/audit']],
  ]
  expect(hrefs(['*'])).toEqual(everything)
  expect(hrefs(['parcels.*'])).toEqual(everything)
})

test('a page lights up its own entry, or the nearest above it, and none with a similar name', () => {
  const navigation = buildNavigation(
    ['/backend/parcels', '/backend/parcels/archive'].map((path) => ({ path, metadata: {} })),
    [],
  )
  const lit = (path: string) => currentHref(navigation, path)
  expect(lit('/backend/parcels/42')).toBe('/backend/parcels')
  expect(lit('/backend/parcels/archive/42')).toBe('/backend/parcels/archive')
  expect(lit('/backend/parcels-archive')).toBeUndefined()
})
