import { handsOf, type Tenure } from './number-hands.ts'

const held = (...by: (string | null)[]): Tenure[] =>
  by.map((contactId, nth) => ({ from: nth === 0 ? Number.NEGATIVE_INFINITY : nth, contactId }))

describe('a number that changed hands is told', () => {
  it.each<[string, Tenure[], string, string[]]>([
    ['to nobody where it did not', held('anna'), 'anna', []],
    ['to whoever had it', held('anna', 'paul'), 'anna', ['passed_on paul 1']],
    ['to whoever has it', held('anna', 'paul'), 'paul', ['taken_over anna 1']],
    ['as of when it was somebody’s again', held('anna', null, 'paul'), 'anna', ['passed_on paul 2']],
    ['each time', held('anna', 'paul', 'anna'), 'anna', ['passed_on paul 1', 'taken_over paul 2']],
    ['to nobody who left it and came back', held('anna', null, 'anna'), 'anna', []],
    ['to nobody else', held('anna', 'paul', 'maria'), 'maria', ['taken_over paul 2']],
  ])('%s', (_, tenures, contactId, told) => {
    expect(
      handsOf('p', tenures, contactId).map(
        ({ kind, otherContactId, at }) => `${kind.replace('number_', '')} ${otherContactId} ${at}`,
      ),
    ).toEqual(told)
  })
})
