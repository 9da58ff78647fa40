/**
 * For what a message is, which says what basis it needs.
 *
 * service         an answer; the person's own message is its basis, as long as the window is open
 * utility         about something they ordered, booked or pay
 * marketing       everything that is to make them buy
 * authentication  a code that they asked for this moment
 */
export const PURPOSES = ['service', 'utility', 'marketing', 'authentication'] as const
export type Purpose = (typeof PURPOSES)[number]
