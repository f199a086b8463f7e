import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { newId } from '../../src/platform/ids.ts'
import { ask, type SignIn, send } from './visit.ts'
import { valueOn, wordsOf } from './visit-words.ts'

/** Makes somebody a calendar address; its path. */
export async function anAddress(as: SignIn | null, of: string): Promise<string> {
  const { html } = await send(as, '/calendar-feeds', { once: newId(), of })
  const address = valueOn(html, 'address')
  assert.ok(address, wordsOf(html).slice(0, 300))
  return new URL(address).pathname
}

/** The entries of a calendar file, as another program reads them. */
export function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      title: event.summary,
      on: event.startDate.toString(),
      isDate: event.startDate.isDate,
      ends: event.endDate.toString(),
      status: String(component.getFirstPropertyValue('status')),
      sequence: event.sequence,
      url: String(component.getFirstPropertyValue('url')),
    }
  })
}

/** What a calendar program is answered. */
export const readCalendar = async (path: string) => ask(path, { method: 'GET' })
export const eventsAt = async (path: string) => eventsIn((await readCalendar(path)).body.toString())
