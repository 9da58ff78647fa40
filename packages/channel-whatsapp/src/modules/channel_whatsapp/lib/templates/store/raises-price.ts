/** Marketing is the dearest in every market; the other two cost the same or less, and need no consent to marketing. */
export function raisesPrice(from: string | null, to: string): boolean {
  return to.toUpperCase() === 'MARKETING' && from?.toUpperCase() !== 'MARKETING'
}
