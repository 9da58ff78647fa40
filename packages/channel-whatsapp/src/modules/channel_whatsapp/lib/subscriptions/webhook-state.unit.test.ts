import { WEBHOOK_FIELDS } from './webhook-fields.ts'
import {
  accountState,
  appState,
  type LevelState,
  messagesArrive,
  missingFields,
  numberState,
} from './webhook-state.ts'

const here = 'https://shop.example.com/webhook'
const app = (more: object = {}) => ({ url: here, isActive: true, fields: [...WEBHOOK_FIELDS], ...more })

test('each level says where it delivers to', () => {
  expect(appState(app(), [here])).toBe('here')
  expect(appState(app({ url: 'https://other.example.com' }), [here])).toBe('elsewhere')
  expect(appState(app({ isActive: false }), [here])).toBe('off')
  expect(appState(null, [here])).toBe('off')
  expect(accountState({ isSubscribed: false, url: null }, [here])).toBe('off')
  expect(accountState({ isSubscribed: true, url: null }, [here])).toBe('inherited')
  expect(accountState({ isSubscribed: true, url: here }, [here])).toBe('here')
  expect(numberState('https://other.example.com', [here])).toBe('elsewhere')
})

test('the address of another connection of the app is as good as its own', () => {
  const another = 'https://shop.example.com/another'
  expect(appState(app({ url: another }), [here, another])).toBe('here')
})

test('a local run is known by several names', () => {
  expect(numberState('http://127.0.0.1:3000/hook', ['http://localhost:3000/hook'])).toBe('here')
  expect(numberState('http://127.0.0.1:3001/hook', ['http://localhost:3000/hook'])).toBe('elsewhere')
})

test.each<[LevelState | null, LevelState | null, LevelState | null, boolean | null]>([
  ['here', 'inherited', 'inherited', true],
  ['off', 'here', 'inherited', true],
  ['off', 'elsewhere', 'here', true],
  ['here', 'here', 'elsewhere', false],
  ['here', 'elsewhere', 'inherited', false],
  ['off', 'inherited', 'inherited', false],
  ['here', 'off', 'here', false],
  [null, 'inherited', 'inherited', null],
  [null, 'here', 'inherited', true],
  ['here', null, 'inherited', null],
])('with the app %s, the account %s and the number %s messages arrive: %s', (one, two, three, arrive) => {
  expect(messagesArrive(one, two, three)).toBe(arrive)
})

test('fields that the app is not subscribed to are named', () => {
  expect(missingFields(app(), [here])).toEqual([])
  expect(missingFields(app({ fields: ['messages'] }), [here])).toContain('account_update')
  expect(missingFields(app({ url: 'https://other.example.com', fields: [] }), [here])).toEqual([])
})
