import type { SendableContent } from '../../model/message.ts'
import { type Complaints, type DraftField, optional } from '../attach/fieldChecks.ts'
import { limits } from '../limits.ts'
import { degrees } from './coordinates.ts'

export type LocationDraft = { name: string; address: string; latitude: string; longitude: string }

export const emptyLocation = (): LocationDraft => ({ name: '', address: '', latitude: '', longitude: '' })

export function isEmptyLocation(draft: LocationDraft): boolean {
  return Object.values(draft).every((text) => !text.trim())
}

export const latitudeOf = (draft: LocationDraft) => degrees(draft.latitude, 90)
export const longitudeOf = (draft: LocationDraft) => degrees(draft.longitude, 180)

export const locationFields = (draft: LocationDraft): DraftField[] => [
  { path: 'content.name', text: draft.name, limit: limits.place },
  { path: 'content.address', text: draft.address, limit: limits.place },
  { path: 'content.latitude', text: draft.latitude, limit: limits.degrees },
  { path: 'content.longitude', text: draft.longitude, limit: limits.degrees },
]

export function checkLocation(draft: LocationDraft): Complaints {
  return {
    ...(latitudeOf(draft) === null ? { 'content.latitude': { kind: 'latitude' } } : {}),
    ...(longitudeOf(draft) === null ? { 'content.longitude': { kind: 'longitude' } } : {}),
  }
}

/** The message of a draft that has no complaints. */
export function locationOf(draft: LocationDraft): SendableContent {
  return {
    type: 'location',
    latitude: latitudeOf(draft) ?? 0,
    longitude: longitudeOf(draft) ?? 0,
    ...optional('name', draft.name),
    ...optional('address', draft.address),
  }
}
