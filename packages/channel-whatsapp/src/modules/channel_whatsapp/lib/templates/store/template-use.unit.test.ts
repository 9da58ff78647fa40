import { raisesPrice } from './raises-price.ts'
import { formerCategoryIn } from './template-use.ts'

it.each([
  ['UTILITY', 'MARKETING', true],
  ['AUTHENTICATION', 'MARKETING', true],
  [null, 'MARKETING', true],
  ['AUTHENTICATION', 'UTILITY', false],
  ['MARKETING', 'UTILITY', false],
  ['MARKETING', 'MARKETING', false],
])('from %s to %s the price rises: %s', (from, to, raises) => expect(raisesPrice(from, to)).toBe(raises))

const now = new Date('2026-11-22T12:00:00Z')
const version = (category: string, day: string) => ({ category, seenAt: new Date(`2026-${day}T00:00:00Z`) })

it.each<[string, { category: string; seenAt: Date }[], string | null]>([
  ['that was never seen', [], null],
  ['that was never another', [version('UTILITY', '11-20'), version('UTILITY', '11-01')], null],
  ['that changed this month', [version('MARKETING', '11-20'), version('UTILITY', '01-01')], 'UTILITY'],
  [
    'that changed this month, and its text since',
    [version('MARKETING', '11-21'), version('MARKETING', '11-20'), version('UTILITY', '01-01')],
    'UTILITY',
  ],
  [
    'that changed long ago, and its text this month',
    [version('MARKETING', '11-21'), version('MARKETING', '03-01'), version('UTILITY', '01-01')],
    null,
  ],
])('the former category of one %s', (_, versions, former) => {
  expect(formerCategoryIn(versions, now)).toBe(former)
})
