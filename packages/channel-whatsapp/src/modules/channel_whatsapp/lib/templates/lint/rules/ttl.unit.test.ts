import { body, buttons, footer, mended, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { TemplateCategory, TemplateDefinition } from '../../definition/definition.ts'

const forCode: TemplateDefinition = withParts(
  { type: 'BODY' },
  buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
)
const lasting = (category: TemplateCategory, ttlSeconds: number): TemplateDefinition => ({
  ...(category === 'AUTHENTICATION' ? forCode : withParts(body(), footer('Reply STOP to end this'))),
  category,
  ttlSeconds,
})

describe('how long Meta tries to deliver', () => {
  it.each<[TemplateCategory, number, number]>([
    ['AUTHENTICATION', 30, 900],
    ['UTILITY', 30, 43_200],
    ['MARKETING', 43_200, 2_592_000],
  ])('%s: from %d to %d seconds, or -1', (category, min, max) => {
    for (const ttl of [min, max, -1]) expect(said(lasting(category, ttl))).toEqual([])
    for (const ttl of [min - 1, max + 1, 0]) {
      expect(said(lasting(category, ttl))).toEqual(['refused ttl_out_of_range ttlSeconds'])
    }
    expect(mended(lasting(category, max + 1), 'ttl_out_of_range').ttlSeconds).toBe(max)
    expect(mended(lasting(category, 1), 'ttl_out_of_range').ttlSeconds).toBe(min)
  })
})
