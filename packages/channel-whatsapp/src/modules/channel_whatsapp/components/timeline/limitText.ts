/** A limit as Meta writes it (`TIER_2K`, `TIER_UNLIMITED`, `-1`, a number) as the reader's language writes numbers. */
export function limitText(limit: string | number, locale: string, unlimited: string): string {
  const text = String(limit).replace(/^TIER_/, '')
  if (text === '-1' || text.toUpperCase() === 'UNLIMITED') return unlimited
  const tier = /^(\d+)(K?)$/.exec(text)
  if (!tier) return text
  return new Intl.NumberFormat(locale).format(Number(tier[1]) * (tier[2] === 'K' ? 1000 : 1))
}
