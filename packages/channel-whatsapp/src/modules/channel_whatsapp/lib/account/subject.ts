import type { AccountDetail } from './account-detail.ts'

/** What an event is about, for a line in a list: a template, a number, a flow. Never a person. */
export function subjectOf(detail: AccountDetail): string | null {
  switch (detail.kind) {
    case 'template_status':
    case 'template_quality':
    case 'template_components':
    case 'template_category':
    case 'template_category_impending':
    case 'template_category_detected': {
      const { id, name, language } = detail.template
      return name !== null && language !== null ? `${name} (${language})` : (name ?? id)
    }
    case 'number_quality':
    case 'number_name':
    case 'number_username':
    case 'number_security':
      return detail.number
    case 'flow':
      return detail.flowId
    case 'payment_configuration':
      return detail.name
    case 'partner_solution':
      return detail.solutionId
    case 'account_alert':
      return detail.entityId
    default:
      return null
  }
}
