import { expect, test } from '@jest/globals'
import { buildNavigation, isCurrent, type NavigablePage } from './navigation.tsx'

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

test('a page below an entry lights that entry up, a page with a similar name does not', () => {
  expect(isCurrent('/backend/parcels', '/backend/parcels/42')).toBe(true)
  expect(isCurrent('/backend/parcels', '/backend/parcels-archive')).toBe(false)
})
