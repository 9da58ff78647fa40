import { CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { CellTone } from './preflight.ts'

/** Each tone has a shape of its own, for those who do not tell the colours apart. */
export const signs: Record<CellTone, { Icon: LucideIcon; colour: string }> = {
  red: { Icon: CircleX, colour: 'text-status-error-icon' },
  yellow: { Icon: TriangleAlert, colour: 'text-status-warning-icon' },
  green: { Icon: CircleCheck, colour: 'text-status-success-icon' },
}
