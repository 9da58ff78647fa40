import { z } from 'zod'
import type { DetailOf } from './account-detail.ts'
import { day, id, seconds, text } from './wire-values.ts'

// https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/message_template_status_update

const about = {
  message_template_id: id,
  message_template_name: text,
  message_template_language: text,
}

interface About {
  message_template_id: string
  message_template_name: string | null
  message_template_language: string | null
}

function templateOf(value: About) {
  return {
    id: value.message_template_id,
    name: value.message_template_name,
    language: value.message_template_language,
  }
}

export const templateStatus = z
  .looseObject({
    ...about,
    event: z.string().min(1),
    reason: text,
    message_template_category: text,
    disable_info: z.looseObject({ disable_date: day }).nullish(),
    other_info: z.looseObject({ title: text, description: text }).nullish(),
    rejection_info: z.looseObject({ reason: text, recommendation: text }).nullish(),
  })
  .transform(
    (value): DetailOf<'template_status'> => ({
      kind: 'template_status',
      template: templateOf(value),
      event: value.event,
      category: value.message_template_category,
      reason: value.reason === 'NONE' ? null : value.reason,
      title: value.other_info?.title ?? null,
      description: value.rejection_info?.reason ?? value.other_info?.description ?? null,
      recommendation: value.rejection_info?.recommendation ?? null,
      disabledOn: value.disable_info?.disable_date ?? null,
    }),
  )

export const templateQuality = z
  .looseObject({ ...about, previous_quality_score: text, new_quality_score: z.string().min(1) })
  .transform(
    (value): DetailOf<'template_quality'> => ({
      kind: 'template_quality',
      template: templateOf(value),
      previous: value.previous_quality_score,
      current: value.new_quality_score,
    }),
  )

const button = z
  .looseObject({
    message_template_button_type: z.string(),
    message_template_button_text: text,
    message_template_button_url: text,
    message_template_button_phone_number: text,
  })
  .transform((value) => ({
    type: value.message_template_button_type,
    text: value.message_template_button_text,
    url: value.message_template_button_url,
    phone: value.message_template_button_phone_number,
  }))

export const templateComponents = z
  .looseObject({
    ...about,
    message_template_title: text,
    message_template_element: text,
    message_template_footer: text,
    message_template_buttons: z.array(button).nullish(),
  })
  .transform(
    (value): DetailOf<'template_components'> => ({
      kind: 'template_components',
      template: templateOf(value),
      header: value.message_template_title,
      body: value.message_template_element,
      footer: value.message_template_footer,
      buttons: value.message_template_buttons ?? [],
    }),
  )

/** Announced a day ahead with the right category, and told again without it when it is done. */
export const templateCategory = z
  .looseObject({
    ...about,
    previous_category: text,
    new_category: z.string().min(1),
    correct_category: text,
    category_update_timestamp: seconds,
  })
  .transform((value): DetailOf<'template_category'> | DetailOf<'template_category_impending'> => {
    const template = templateOf(value)
    return value.correct_category === null
      ? {
          kind: 'template_category',
          template,
          previous: value.previous_category,
          current: value.new_category,
        }
      : {
          kind: 'template_category_impending',
          template,
          current: value.new_category,
          correct: value.correct_category,
          changesAt: value.category_update_timestamp,
        }
  })

export const templateCategoryDetected = z
  .looseObject({ ...about, category: text, correct_category: z.string().min(1) })
  .transform(
    (value): DetailOf<'template_category_detected'> => ({
      kind: 'template_category_detected',
      template: templateOf(value),
      current: value.category,
      correct: value.correct_category,
    }),
  )
