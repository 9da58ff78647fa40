import { useState } from 'react'
import type { TemplateAct } from '../sim/template-schemas.ts'
import { isInReview } from './filter-templates.ts'
import { Judgement } from './Judgement.tsx'
import { RejectForm } from './RejectForm.tsx'
import { desk, type ReviewedTemplate, type Verdict } from './review-client.ts'
import { StateActs } from './StateActs.tsx'
import { statusWords } from './status-words.ts'
import { TemplateText } from './TemplateText.tsx'

/** One template with what it says, and everything that Meta may do with it. */
export function TemplateCard({ template, account }: { template: ReviewedTemplate; account: string }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isRejecting, setRejecting] = useState(false)
  const settle = (done: Promise<unknown>) =>
    done.then(
      () => {
        setProblem(null)
        setRejecting(false)
      },
      (error: Error) => setProblem(error.message),
    )
  const decide = (verdict: Verdict) => void settle(desk.decide(template.id, verdict))
  const act = (what: TemplateAct) => void settle(desk.act(template.id, what))
  return (
    <article className="card" aria-label={`${template.name} (${template.language})`}>
      <header>
        <h2>{template.name}</h2>
        <span className="badge" data-status={template.status}>
          {statusWords(template.status)}
        </span>
      </header>
      <p className="facts">
        {account} · {template.language} · {statusWords(template.category)}
        {template.rejectedReason ? ` · ${template.rejectedReason}` : ''}
        {template.pauses > 0 ? ` · paused ${template.pauses}×` : ''}
        {template.correctCategory ? ` · will be ${statusWords(template.correctCategory)}` : ''}
      </p>
      <TemplateText components={template.components} />
      {isInReview(template) && !isRejecting ? (
        <div className="row">
          <button type="button" className="yes" onClick={() => decide({ decision: 'approve' })}>
            Approve
          </button>
          <button type="button" className="no" onClick={() => setRejecting(true)}>
            Reject…
          </button>
          {template.reviewDueAt ? <small>The rules decide in a moment.</small> : null}
        </div>
      ) : null}
      {isInReview(template) && isRejecting ? (
        <RejectForm onReject={decide} onCancel={() => setRejecting(false)} />
      ) : null}
      {isInReview(template) ? null : <StateActs template={template} onAct={act} />}
      {isInReview(template) ? null : <Judgement key={template.category} template={template} onAct={act} />}
      {problem ? (
        <p role="alert" className="alert">
          {problem}
        </p>
      ) : null}
    </article>
  )
}
