import { PhoneMessage } from '../../template-editor/preview/PhoneMessage.tsx'
import type { ManagedTemplate } from '../data/template.ts'
import { componentsOf } from '../definition/definitionOf.ts'
import { DetailActions } from './acts/DetailActions.tsx'
import { CategoryChange } from './CategoryChange.tsx'
import { EditLimits } from './EditLimits.tsx'
import { FunnelPanel } from './funnel/FunnelPanel.tsx'
import { QualityPanel } from './quality/QualityPanel.tsx'
import { ReviewHistory } from './ReviewHistory.tsx'
import { Standing } from './Standing.tsx'
import { UsedBy } from './UsedBy.tsx'
import { ValuesPanel } from './ValuesPanel.tsx'
import { VersionsPanel } from './versions/VersionsPanel.tsx'

type TemplateDetailProps = { known: ManagedTemplate; mayManage: boolean; onClose: () => void }

/** What it says and how it stands first; then who relies on it, how it fared, and how it came to be. */
export function TemplateDetail({ known, mayManage, onClose }: TemplateDetailProps) {
  const { template } = known
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,19rem)_minmax(0,1fr)]">
        <PhoneMessage components={componentsOf(template)} language={template.language} />
        <div className="grid grid-cols-1 gap-4">
          <Standing known={known} />
          {known.categoryEffect || template.categoryChangesAt ? <CategoryChange known={known} /> : null}
          {mayManage ? <EditLimits edit={known.edit} /> : null}
        </div>
      </div>
      {mayManage ? <DetailActions known={known} onClose={onClose} /> : null}
      <UsedBy known={known} />
      <ValuesPanel template={template} mayManage={mayManage} />
      <FunnelPanel id={template.id} />
      <QualityPanel points={known.quality} current={template.quality} />
      <VersionsPanel known={known} />
      <ReviewHistory history={known.history} />
    </>
  )
}
