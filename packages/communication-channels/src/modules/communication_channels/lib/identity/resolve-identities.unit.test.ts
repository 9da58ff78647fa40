import { type Identity, resolveIdentities, type Sighting } from './resolve-identities.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second))
const sighting = (phone: string | null, userId: string | null, second = 0): Sighting => ({
  phone,
  userId,
  namespace: 'account',
  at: at(second),
})
const identity = (kind: Identity['kind'], value: string, contactId: string, second = 0): Identity => ({
  kind,
  namespace: kind === 'phone' ? '' : 'account',
  value,
  contactId,
  at: at(second),
})

function resolve(sightings: Sighting[], known: Identity[] = []) {
  let count = 0
  return resolveIdentities(sightings, known, () => `new-${++count}`)
}

describe('whose message it is', () => {
  it('starts a contact for somebody never seen', () => {
    const { contactIds, created } = resolve([sighting('+48601234567', null)])
    expect(contactIds).toEqual(['new-1'])
    expect(created).toEqual(new Set(['new-1']))
  })

  it('knows a person by user id when the phone is hidden', () => {
    const { contactIds, created } = resolve([sighting(null, 'U1')], [identity('user_id', 'U1', 'anna')])
    expect(contactIds).toEqual(['anna'])
    expect(created.size).toBe(0)
  })

  it('adds the user id to the contact that is known by phone alone', () => {
    const { contactIds, changed } = resolve([sighting('+1', 'U1')], [identity('phone', '+1', 'anna')])
    expect(contactIds).toEqual(['anna'])
    expect(changed.find((one) => one.kind === 'user_id')).toMatchObject({ value: 'U1', contactId: 'anna' })
  })

  it('merges two contacts once a message proves that they are one person', () => {
    const known = [identity('phone', '+1', 'by-phone'), identity('user_id', 'U1', 'by-user-id')]
    const { contactIds, merges, changed } = resolve([sighting('+1', 'U1')], known)
    expect(contactIds).toEqual(['by-user-id'])
    expect(merges).toEqual([{ survivor: 'by-user-id', absorbed: 'by-phone' }])
    expect(changed.every((one) => one.contactId === 'by-user-id')).toBe(true)
  })

  it('merges into the contact that is left when its survivor is absorbed within the same batch', () => {
    const known = [
      identity('phone', '+1', 'by-phone'),
      { ...identity('user_id', 'V1', 'elsewhere'), namespace: 'other account' },
    ]
    const { contactIds, merges } = resolve(
      [
        sighting(null, 'U1', 1),
        sighting('+1', 'U1', 2),
        { ...sighting('+1', 'V1', 3), namespace: 'other account' },
      ],
      known,
    )
    expect(contactIds).toEqual(['elsewhere', 'elsewhere', 'elsewhere'])
    expect(merges).toEqual([{ survivor: 'elsewhere', absorbed: 'by-phone' }])
  })

  it('does not file a new owner of a number under the old one', () => {
    const known = [identity('phone', '+1', 'old', 1), identity('user_id', 'U1', 'old', 1)]
    const { contactIds, merges, changed } = resolve([sighting('+1', 'U2', 5)], known)
    expect(contactIds).toEqual(['new-1'])
    expect(merges).toEqual([])
    expect(changed.find((one) => one.kind === 'phone')).toMatchObject({ contactId: 'new-1' })
  })

  it('takes the number from its old owner, so that no answer to them reaches the new one', () => {
    const known = [identity('phone', '+1', 'old', 1), identity('user_id', 'U1', 'old', 1)]
    const { releases, ownsPhone } = resolve([sighting('+1', 'U2', 5)], known)
    expect(releases).toEqual([{ contactId: 'old', at: at(5) }])
    expect(ownsPhone).toEqual([true])
    expect(resolve([sighting('+1', 'U1', 1), sighting('+1', 'U2', 5)]).ownsPhone).toEqual([false, true])
  })

  it('leaves a number with its later owner when the earlier message comes late', () => {
    const known = [identity('phone', '+1', 'later', 9), identity('user_id', 'U2', 'later', 9)]
    const { contactIds, changed } = resolve([sighting('+1', 'U1', 1)], known)
    expect(contactIds).toEqual(['new-1'])
    expect(changed.some((one) => one.kind === 'phone')).toBe(false)
  })

  it('counts user ids of different accounts as different people until a phone says otherwise', () => {
    const other = { ...sighting(null, 'U1'), namespace: 'other account' }
    expect(resolve([other], [identity('user_id', 'U1', 'anna')]).contactIds).toEqual(['new-1'])
  })

  it('gives one contact to all that one batch says of a person, in any order', () => {
    const sightings = [sighting('+1', null, 1), sighting(null, 'U1', 2), sighting('+1', 'U1', 3)]
    for (const order of permutations(sightings)) {
      const { contactIds, created, merges } = resolve(order)
      expect(new Set(contactIds).size).toBe(1)
      expect([...created]).toEqual([contactIds[0]])
      expect(merges).toEqual([])
    }
  })
})

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  )
}
