import { notificationValue } from './notification-value.ts'

const problemsOf = (amount: string, currency: string) =>
  notificationValue
    .safeParse({ type: 'money', amount, currency })
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('money is what somebody owes, to the last digit', () => {
  it.each([
    ['129.90', 'EUR'],
    ['-5', 'EUR'],
    ['129.9000', 'EUR'],
    ['1200', 'JPY'],
    ['1.234', 'KWD'],
  ])('%s %s is taken', (amount, currency) => {
    expect(problemsOf(amount, currency)).toBeUndefined()
  })

  it.each([
    ['129.905', 'EUR', 2],
    ['1200.5', 'JPY', 0],
    ['1.2345', 'KWD', 3],
  ])('%s %s would be rounded, and is refused with a sentence', (amount, currency, decimals) => {
    const sentence = `${currency} has ${decimals} decimals, ${amount} has more. Round it yourself.`
    expect(problemsOf(amount, currency)).toEqual([['amount', sentence]])
  })
})
