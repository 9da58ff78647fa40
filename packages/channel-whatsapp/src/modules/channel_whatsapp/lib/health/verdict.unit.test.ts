import type { GraphNumber } from '../graph/list-numbers.ts'
import { inEnglish, judge, worst } from './verdict.ts'

const number = (more: Partial<GraphNumber> = {}): GraphNumber => ({
  id: '210',
  display_phone_number: '+48 22',
  verified_name: 'Acme',
  quality_rating: 'GREEN',
  status: 'CONNECTED',
  code_verification_status: 'VERIFIED',
  name_status: 'APPROVED',
  new_name_status: null,
  platform_type: 'CLOUD_API',
  throughput: null,
  whatsapp_business_manager_messaging_limit: null,
  is_official_business_account: false,
  is_pin_enabled: true,
  account_mode: 'LIVE',
  username: null,
  ...more,
})

test.each<[string, GraphNumber[], string, string]>([
  ['well', [number()], 'healthy', 'all_well'],
  ['not there', [number({ id: '211' })], 'unhealthy', 'number_unknown'],
  [
    'not registered',
    [number(), number({ id: '211', platform_type: 'NOT_APPLICABLE' })],
    'degraded',
    'not_registered',
  ],
  ['of low quality', [number({ quality_rating: 'RED' })], 'degraded', 'quality_low'],
  ['restricted', [number({ status: 'RESTRICTED', quality_rating: 'RED' })], 'degraded', 'restricted'],
])('a number that is %s', (_, numbers, status, code) => {
  const finding = judge('210', numbers)
  expect(finding).toMatchObject({ status, code })
  expect(inEnglish(finding)).toMatch(/\.$/)
})

test('the worst of several counts', () => {
  const well = { finding: judge('210', [number()]) }
  const ill = { finding: judge('9', [number()]) }
  const low = { finding: judge('210', [number({ quality_rating: 'RED' })]) }
  expect(worst([well, low, ill])).toBe(ill)
  expect(worst([well])).toBe(well)
})
