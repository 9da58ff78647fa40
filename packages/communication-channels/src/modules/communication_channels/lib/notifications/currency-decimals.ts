/** Whether an amount is written in this currency without being rounded: it has no more decimals than that. */
export function fitsCurrency(amount: string, currency: string): boolean {
  return decimalsOf(amount) <= (decimalsIn(currency) ?? Number.POSITIVE_INFINITY)
}

/** Null: there cannot be such a currency. One that nobody knows counts as having two. */
export function decimalsIn(currency: string): number | null {
  try {
    const written = new Intl.NumberFormat('en', { style: 'currency', currency })
    return written.resolvedOptions().maximumFractionDigits ?? null
  } catch {
    return null
  }
}

/** Zeros at its end say nothing. */
function decimalsOf(amount: string): number {
  return (amount.split('.')[1] ?? '').replace(/0+$/, '').length
}
