/**
 * A decimal amount in the reader's manner, to its last digit: a sum a customer saw is not ours to round.
 * Whatever is no currency to the reader's system stands as it was said.
 */
export function moneyText(amount: string | null, currency: string | null, locale: string): string {
  if (amount === null) return '—'
  const plain = { maximumFractionDigits: 20 }
  try {
    const style = currency ? { style: 'currency' as const, currency, ...plain } : plain
    return new Intl.NumberFormat(locale, style).format(amount as `${number}`)
  } catch {
    return [new Intl.NumberFormat(locale, plain).format(amount as `${number}`), currency].join(' ')
  }
}
