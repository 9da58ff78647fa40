import type { Template } from '../accounts/template.ts'

/** What Graph tells of a template unless it is asked for more. */
export const TEMPLATE_DEFAULTS = [
  ...['name', 'parameter_format', 'components', 'language', 'status', 'category', 'sub_category'],
  ...['previous_category', 'library_template_name', 'id'],
]

/** A template with every field that Graph has of it; what is undefined is left out of answers. */
export function templateNode(template: Template) {
  const { id, name, language, status, category, parameter_format, components } = template
  const { rejected_reason, quality_score, created_time, last_updated_time } = template
  return {
    id,
    name,
    language,
    status,
    category,
    parameter_format,
    components,
    rejected_reason,
    quality_score,
    sub_category: template.sub_category,
    previous_category: template.previous_category,
    correct_category: template.correct_category,
    message_send_ttl_seconds: template.message_send_ttl_seconds,
    library_template_name: template.library_template_name,
    cta_url_link_tracking_opted_out: template.cta_url_link_tracking_opted_out,
    /** Only of what Direct Send makes by itself, which nothing here does. */
    source: undefined,
    created_time: graphTime(created_time),
    last_updated_time: graphTime(last_updated_time),
  }
}

/** `2026-11-22T10:00:00+0000` */
function graphTime(iso: string | undefined): string | undefined {
  return iso?.replace(/\.\d+Z$/, '+0000')
}
