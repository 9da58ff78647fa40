import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDelivery } from './read-delivery.ts'

const folder = join(import.meta.dirname, 'fixtures')
const messagesOf = (fixture: string) =>
  readDelivery(readFileSync(join(folder, fixture))).filter((event) => event.kind === 'message')

/** Kinds by the beginning of their fixtures' names; a new fixture has to be named here. */
const acts: Record<string, string[]> = {
  'writes, however little of it can be read': [
    'text',
    'ids-as',
    'phones-with',
    'unknown-type',
    'unsupported-',
  ],
  'sends something': [
    'image',
    'video',
    'audio',
    'voice-',
    'document',
    'sticker',
    'location',
    'malformed-loc',
  ],
  'shares contacts': ['contact-asked-for', 'contacts.', 'contacts-with'],
  'taps or fills in': [
    'button-reply',
    'list-reply',
    'template-button',
    'form-answer',
    'address-answer',
    'interactive',
  ],
  orders: ['order'],
  'reacts, or takes that back': ['reaction'],
  'calls, or says whether they may be called': [
    'call-by-customer',
    'call-from-link',
    'call-missed',
    'call-ended',
  ],
  'calls, and leaves more than that': ['call-voicemail', 'call-recorded'],
  'says whether they may be called': ['call-permission-given', 'call-permission-refused'],
}
const noActs: Record<string, string[]> = {
  'what the business wrote on its own phone': ['echo-'],
  'what was said before the number was connected': ['history'],
  'a call by the business, and how it got there': ['call-by-business', 'call-statuses'],
  'a permission that the app gave by itself': ['call-permission-automatic'],
  'a change of an earlier message': ['edit-', 'revoke', 'unsupported-pin'],
  'a notice by Meta': ['system-', 'user-id-update', 'preference-'],
}
const named = (names: Record<string, string[]>) => Object.values(names).flat()
const withMessages = readdirSync(folder)
  .filter((file) => file !== 'index.json' && messagesOf(file).length > 0)
  .sort()
const startsWith = (names: string[]) => (file: string) => names.some((name) => file.startsWith(name))

describe('the customer-service window', () => {
  it.each(Object.entries(acts))('is opened when a customer %s', (_kind, names) => {
    const files = withMessages.filter(startsWith(names)).filter((file) => !startsWith(named(noActs))(file))
    expect(files).not.toEqual([])
    for (const file of files)
      expect([file, messagesOf(file).some((one) => one.opensWindow)]).toEqual([file, true])
  })

  it.each(Object.entries(noActs))('is not opened by %s', (_kind, names) => {
    const files = withMessages.filter(startsWith(names))
    expect(files).not.toEqual([])
    for (const file of files)
      expect([file, messagesOf(file).some((one) => one.opensWindow)]).toEqual([file, false])
  })

  it('is told of every kind of message there is', () => {
    expect(withMessages.filter((file) => !startsWith([...named(acts), ...named(noActs)])(file))).toEqual([])
  })

  it('is never opened by what the business does', () => {
    const ours = withMessages.flatMap(messagesOf).filter(({ direction }) => direction === 'outbound')
    expect(ours.length).toBeGreaterThan(0)
    expect(ours.filter(({ opensWindow }) => opensWindow)).toEqual([])
  })
})

describe('the free-entry window', () => {
  it('is offered by messages from an ad or a post, and by nothing else', () => {
    const offering = withMessages.filter((file) => messagesOf(file).some((one) => one.opensFreeEntry))
    expect(offering).toEqual(['text-from-ad.json', 'text-from-post.json'])
  })

  it.each([
    ['an ad', { source_type: 'ad' }, true],
    ['a post, written large', { source_type: 'POST' }, true],
    [
      'an ad in the status, which has no click id',
      { source_type: 'ad', source_id: '1', ctwa_clid: null },
      true,
    ],
    ['a source that Meta says nothing of', { source_type: 'shop' }, false],
    ['a source without a type', { source_url: 'https://fb.me/1' }, false],
    ['the placeholders of the documentation', { source_type: 'ad or post' }, false],
    ['a referral that is none', 'ad', false],
  ])('reads %s', (_case, referral, isOffered) => {
    const payload = JSON.parse(readFileSync(join(folder, 'text.json'), 'utf8'))
    payload.entry[0].changes[0].value.messages[0].referral = referral
    const [event] = readDelivery(new TextEncoder().encode(JSON.stringify(payload)))
    expect(event).toMatchObject({ kind: 'message', opensWindow: true })
    expect((event as { opensFreeEntry?: boolean }).opensFreeEntry ?? false).toBe(isOffered)
  })
})
