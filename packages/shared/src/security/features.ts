/** `*` grants everything, `inbox.*` everything below `inbox` and `inbox` itself. */
export function matchFeature(required: string, granted: string): boolean {
  if (granted === '*' || granted === required) return true
  if (!granted.endsWith('.*')) return false
  const prefix = granted.slice(0, -2)
  return required === prefix || required.startsWith(`${prefix}.`)
}

export function hasFeature(granted: readonly string[] | undefined, required: string): boolean {
  return (granted ?? []).some((feature) => matchFeature(required, feature))
}

export function hasAllFeatures(granted: readonly string[] | undefined, required: readonly string[]): boolean {
  return required.every((feature) => hasFeature(granted, feature))
}
