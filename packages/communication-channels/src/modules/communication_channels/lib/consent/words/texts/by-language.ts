import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { pl } from './pl.ts'
import type { ReplyTexts } from './reply-texts.ts'

export const TEXT_LANGUAGES = ['en', 'pl', 'de', 'es'] as const
export type TextLanguage = (typeof TEXT_LANGUAGES)[number]

export const REPLY_TEXTS: Record<TextLanguage, ReplyTexts> = { en, pl, de, es }
