import type { TemplateStatus } from '../accounts/template-state.ts'
import type { TemplateAct } from '../sim/template-schemas.ts'
import type { ReviewedTemplate } from './review-client.ts'

type PlainAct = Extract<
  TemplateAct['act'],
  'pause' | 'unpause' | 'disable' | 'reinstate' | 'archive' | 'unarchive'
>

const LABELS: Record<PlainAct, string> = {
  pause: 'Pause',
  unpause: 'End the pause',
  disable: 'Disable',
  reinstate: 'Reinstate',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
}

const POSSIBLE: Partial<Record<TemplateStatus, PlainAct[]>> = {
  APPROVED: ['pause', 'disable', 'archive'],
  PAUSED: ['unpause', 'disable'],
  DISABLED: ['reinstate'],
  ARCHIVED: ['unarchive'],
}

/** The first pause lasts 3 hours, the second 6, and a third disables the template. */
const NEXT_PAUSE = ['for 3 hours', 'for 6 hours', 'which disables it']

type StateActsProps = { template: ReviewedTemplate; onAct: (act: TemplateAct) => void }

export function StateActs({ template, onAct }: StateActsProps) {
  const acts = POSSIBLE[template.status] ?? []
  return (
    <div className="row">
      {acts.map((act) => (
        <button key={act} type="button" onClick={() => onAct({ act })}>
          {LABELS[act]}
          {act === 'pause' ? ` (${NEXT_PAUSE[Math.min(template.pauses, 2)]})` : ''}
        </button>
      ))}
      {template.pausedUntil ? (
        <small>
          Paused until{' '}
          <time dateTime={template.pausedUntil}>{new Date(template.pausedUntil).toLocaleString()}</time>
        </small>
      ) : null}
    </div>
  )
}
