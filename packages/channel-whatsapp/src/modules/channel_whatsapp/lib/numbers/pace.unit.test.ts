import { type NumberLimits, paceFrom } from './pace.ts'

const limits = (change: Partial<NumberLimits>): NumberLimits => ({
  throughput: 'STANDARD',
  isOnBizApp: false,
  messagingLimit: 'TIER_2K',
  ...change,
})

it.each<[string, Partial<NumberLimits>, number]>([
  ['a standard number', {}, 80],
  ['a number that Meta says nothing of', { throughput: null, isOnBizApp: null }, 80],
  ['an upgraded number', { throughput: 'HIGH' }, 1000],
  ['a number that is in the phone’s app too', { isOnBizApp: true }, 20],
  ['an upgraded one that is in the phone’s app too', { isOnBizApp: true, throughput: 'HIGH' }, 20],
])('%s sends so much a second', (_, change, perSecond) => {
  expect(paceFrom(limits(change)).perSecond).toBe(perSecond)
})

it.each([
  ['TIER_50', 50],
  ['TIER_250', 250],
  ['TIER_1K', 1000],
  ['TIER_2K', 2000],
  ['TIER_10K', 10_000],
  ['TIER_100K', 100_000],
  ['TIER_UNLIMITED', null],
  ['2000', 2000],
  ['-1', null],
  ['TIER_NOT_SET', null],
  [null, null],
])('with the limit %p so many new people a day', (messagingLimit, people) => {
  expect(paceFrom(limits({ messagingLimit })).newPeoplePerDay).toBe(people)
})
