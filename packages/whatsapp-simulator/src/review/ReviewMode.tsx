import { useState } from 'react'
import type { TemplateReview } from '../accounts/template-review.ts'
import { desk } from './review-client.ts'

type ReviewModeProps = { review: TemplateReview; onChanged: () => void }

/** Who decides from now on. */
export function ReviewMode({ review, onChanged }: ReviewModeProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const change = (next: Partial<TemplateReview>) =>
    desk.setReview({ ...review, ...next }).then(
      () => {
        setProblem(null)
        onChanged()
      },
      (error: Error) => setProblem(error.message),
    )
  return (
    <fieldset className="mode">
      <legend>Who decides</legend>
      <label>
        <input
          type="radio"
          name="mode"
          checked={review.mode === 'by_hand'}
          onChange={() => void change({ mode: 'by_hand' })}
        />
        You, on this page
      </label>
      <label>
        <input
          type="radio"
          name="mode"
          checked={review.mode === 'by_rule'}
          onChange={() => void change({ mode: 'by_rule' })}
        />
        A few rules, after
        <input
          type="number"
          aria-label="Seconds until the rules decide"
          min={0}
          max={3600}
          value={Math.round(review.delayMs / 1000)}
          onChange={(event) => void change({ delayMs: Math.min(3600, Number(event.target.value)) * 1000 })}
        />
        s
      </label>
      {problem ? (
        <p role="alert" className="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}
