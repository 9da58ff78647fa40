import { useState } from 'react'
import { QUALITY_SCORES, TEMPLATE_CATEGORIES, type TemplateCategory } from '../accounts/template.ts'
import type { TemplateAct } from '../sim/template-schemas.ts'
import type { ReviewedTemplate } from './review-client.ts'
import { statusWords } from './status-words.ts'

type JudgementProps = { template: ReviewedTemplate; onAct: (act: TemplateAct) => void }

/** How customers took the template, and the category that Meta finds right. */
export function Judgement({ template, onAct }: JudgementProps) {
  const [category, setCategory] = useState<TemplateCategory>(template.category)
  const isOther = category !== template.category
  return (
    <div className="judgement">
      <label>
        Quality
        <select
          value={template.quality}
          onChange={(event) =>
            onAct({ act: 'quality', score: event.target.value as (typeof QUALITY_SCORES)[number] })
          }
        >
          {QUALITY_SCORES.map((score) => (
            <option key={score} value={score}>
              {statusWords(score)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Right category
        <select value={category} onChange={(event) => setCategory(event.target.value as TemplateCategory)}>
          {TEMPLATE_CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {statusWords(one)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={!isOther}
        onClick={() => onAct({ act: 'recategorise', category, impending: true })}
      >
        Announce it for tomorrow
      </button>
      <button
        type="button"
        disabled={!isOther}
        onClick={() => onAct({ act: 'recategorise', category, impending: false })}
      >
        Change it now
      </button>
    </div>
  )
}
