import type { Context } from 'hono'
import { z } from 'zod'
import { CODE_LANGUAGES, codeBody, codeTexts } from '../rules/template/code-texts.ts'
import { readTemplateBody } from '../rules/template/definition/read-definition.ts'
import type { GraphEnv } from './graph-env.ts'
import { ownAccount } from './lists-route.ts'

const previewSchema = z.object({
  category: z.literal('AUTHENTICATION'),
  language: z.string().optional(),
  languages: z.string().optional(),
  add_security_recommendation: z.stringbool().default(false),
  code_expiration_minutes: z.coerce.number().int().min(1).max(90).optional(),
  button_types: z.string().optional(),
})

/**
 * `GET /{waba-id}/message_template_previews`: what WhatsApp writes around a code.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/template-preview
 */
export function getPreviews(c: Context<GraphEnv>): Response {
  ownAccount(c)
  const wanted = readTemplateBody(previewSchema, c.req.query())
  const asked = wanted.languages ?? wanted.language
  const languages = asked?.split(',').map((language) => language.trim()) ?? CODE_LANGUAGES
  const data = languages.map((language) => {
    const texts = codeTexts(language)
    const minutes = wanted.code_expiration_minutes
    return {
      body: codeBody(texts, wanted.add_security_recommendation),
      ...(minutes === undefined ? {} : { footer: texts.expires(minutes) }),
      ...(wanted.button_types ? { buttons: [{ text: texts.copy, autofill_text: texts.autofill }] } : {}),
      language,
    }
  })
  return c.json({ data })
}
