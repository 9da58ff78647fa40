import { type EditFacts, editRules } from './edit-rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const rules = (status: string, editsAt: Date[] = [], category = 'UTILITY') =>
  editRules({ status, category, editsAt, now } satisfies EditFacts)

describe('what may be done to a template', () => {
  it.each`
    status                | canEdit  | reason              | category | canDelete | archive  | unarchive | unpause
    ${'APPROVED'}         | ${true}  | ${null}             | ${false} | ${true}   | ${true}  | ${false}  | ${false}
    ${'REJECTED'}         | ${true}  | ${null}             | ${true}  | ${true}   | ${true}  | ${false}  | ${false}
    ${'PAUSED'}           | ${true}  | ${null}             | ${true}  | ${true}   | ${false} | ${false}  | ${true}
    ${'paused'}           | ${true}  | ${null}             | ${true}  | ${true}   | ${false} | ${false}  | ${true}
    ${'PENDING'}          | ${false} | ${'in_review'}      | ${false} | ${true}   | ${false} | ${false}  | ${false}
    ${'IN_APPEAL'}        | ${false} | ${'in_appeal'}      | ${false} | ${true}   | ${false} | ${false}  | ${false}
    ${'DISABLED'}         | ${false} | ${'disabled'}       | ${false} | ${false}  | ${false} | ${false}  | ${false}
    ${'ARCHIVED'}         | ${false} | ${'archived'}       | ${false} | ${true}   | ${false} | ${true}   | ${false}
    ${'LIMIT_EXCEEDED'}   | ${false} | ${'limit_exceeded'} | ${false} | ${true}   | ${false} | ${false}  | ${false}
    ${'PENDING_DELETION'} | ${false} | ${'deleted'}        | ${false} | ${false}  | ${false} | ${false}  | ${false}
    ${'DELETED'}          | ${false} | ${'deleted'}        | ${false} | ${false}  | ${false} | ${false}  | ${false}
    ${'DRAFT'}            | ${false} | ${'not_submitted'}  | ${false} | ${false}  | ${false} | ${false}  | ${false}
    ${'SOMETHING_NEW'}    | ${false} | ${'unknown_status'} | ${false} | ${true}   | ${false} | ${false}  | ${false}
  `('$status', ({ status, canEdit, reason, category, canDelete, archive, unarchive, unpause }) => {
    expect(rules(status)).toEqual({
      canEdit,
      reason,
      nextEditAt: null,
      leftIn30Days: status === 'APPROVED' ? 10 : null,
      canChangeCategory: category,
      canDelete,
      canArchive: archive,
      canUnarchive: unarchive,
      canUnpause: unpause,
    })
  })
})

describe('edits of an approved template', () => {
  const every3Days = (count: number, from = 25) =>
    Array.from({ length: count }, (_, index) => hoursAgo(from + index * 71))

  it.each<[string, Date[], object]>([
    ['none', [], { canEdit: true, leftIn30Days: 10, nextEditAt: null }],
    [
      'one an hour ago',
      [hoursAgo(1)],
      { canEdit: false, reason: 'daily_limit', leftIn30Days: 9, nextEditAt: hoursAgo(-23) },
    ],
    ['one a day ago', [hoursAgo(24)], { canEdit: true, leftIn30Days: 9, nextEditAt: null }],
    ['nine in 30 days', every3Days(9), { canEdit: true, leftIn30Days: 1, nextEditAt: null }],
    [
      'ten in 30 days',
      every3Days(10),
      { canEdit: false, reason: 'monthly_limit', leftIn30Days: 0, nextEditAt: hoursAgo(25 + 9 * 71 - 720) },
    ],
    [
      'ten, the first over 30 days ago',
      [...every3Days(9), hoursAgo(721)],
      { canEdit: true, leftIn30Days: 1 },
    ],
    [
      'ten, and the last today: the later of both limits counts',
      [hoursAgo(1), ...every3Days(8), hoursAgo(719)],
      { canEdit: false, reason: 'monthly_limit', nextEditAt: hoursAgo(-23) },
    ],
    ['in any order', [hoursAgo(400), hoursAgo(1)], { reason: 'daily_limit', nextEditAt: hoursAgo(-23) }],
  ])('%s', (_, editsAt, expected) => {
    expect(rules('APPROVED', editsAt)).toMatchObject(expected)
  })

  it.each(['REJECTED', 'PAUSED'])('are not counted when it is %s', (status) => {
    expect(rules(status, every3Days(10, 1))).toMatchObject({
      canEdit: true,
      nextEditAt: null,
      leftIn30Days: null,
    })
  })
})
