/** Where a user id of a channel's people is valid: in its business portfolio; until that is known, in its account. */
export function namespaceOf({
  id,
  accountIdentifier,
  portfolioIdentifier,
}: {
  id: string
  accountIdentifier: string | null
  portfolioIdentifier: string | null
}): string {
  return portfolioIdentifier === null
    ? accountNamespace({ id, accountIdentifier })
    : `portfolio:${portfolioIdentifier}`
}

export function accountNamespace({
  id,
  accountIdentifier,
}: {
  id: string
  accountIdentifier: string | null
}): string {
  return accountIdentifier ?? id
}
