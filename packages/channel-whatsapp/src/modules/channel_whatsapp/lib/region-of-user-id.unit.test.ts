import { regionOfUserId } from './region-of-user-id.ts'

it.each([
  ['US.100000000000003', 'US'],
  ['PL.ENT.100000000000001', 'PL'],
  ['us.1', null],
  ['USA.1', null],
  ['US', null],
  ['48601234567', null],
  ['', null],
])('the user id %p says that somebody is in %p', (userId, region) => {
  expect(regionOfUserId(userId)).toBe(region)
})
