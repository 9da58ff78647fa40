/** How one kind of message fared. The lists name ids; all of them but `stored` have to be empty. */
export interface Verdict {
  acked: number
  stored: number
  lost: string[]
  doubled: string[]
  misfiled: string[]
  /** What the product says although it is not so. */
  untrue: string[]
}

/** Of what went out, also what became of those whose answer was lost. */
export interface OutboundVerdict extends Verdict {
  unknown: { settledByWebhook: number; settledByPerson: number; left: string[] }
}

export function emptyVerdict(): Verdict {
  return { acked: 0, stored: 0, lost: [], doubled: [], misfiled: [], untrue: [] }
}
