import { describeTemplate, missingTemplate } from './template-candidate.ts'

const template = (status: string, category = 'UTILITY', kind = 'BODY') => ({
  id: '1',
  name: 'order_update',
  language: 'pl',
  category,
  status,
  components: [{ type: kind, text: 'Cześć' }],
})

it.each([
  ['APPROVED', 'usable'],
  ['approved', 'usable'],
  ['PENDING', 'in_review'],
  ['IN_APPEAL', 'in_review'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['LIMIT_EXCEEDED', 'disabled'],
  ['ARCHIVED', 'disabled'],
  ['PENDING_DELETION', 'missing'],
  ['DELETED', 'missing'],
  ['SOMETHING_NEW', 'unsupported'],
  ['constructor', 'unsupported'],
])('a template that Meta calls %s is %s', (status, state) => {
  expect(describeTemplate(template(status))).toMatchObject({ name: 'order_update', language: 'pl', state })
})

it('an approved template with a part that nobody here can fill is unsupported', () => {
  expect(describeTemplate(template('APPROVED', 'UTILITY', 'HOLOGRAM')).state).toBe('unsupported')
})

it.each([
  ['UTILITY', 'utility'],
  ['utility', 'utility'],
  ['MARKETING', 'marketing'],
  ['AUTHENTICATION', 'authentication'],
  ['SOMETHING_NEW', 'marketing'],
])('a template of the category %s is for %s', (category, purpose) => {
  expect(describeTemplate(template('APPROVED', category)).purpose).toBe(purpose)
})

it('a template that Meta does not have is missing', () => {
  expect(missingTemplate('gone', 'en')).toMatchObject({ name: 'gone', language: 'en', state: 'missing' })
})
