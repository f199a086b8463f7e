import { MONTH_NAMES } from '../../../../kernel/month-names.ts'

const WHOLE_DATE = { day: true, month: true, year: true }

/**
 * "2015-03-31T00:00:00" as "31 March 2015", with its time when it has one; what is no such date stays as it is.
 *
 * @param shown  the parts that the cell shows, so that "March 2015" is not made a day
 */
export function isoDateShown(iso: string, shown: { day: boolean; month: boolean; year: boolean } = WHOLE_DATE): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)[\d:.]*Z?)?$/.exec(iso.trim())
  const [, year = '', month, day, hour, minute] = found ?? []
  const name = MONTH_NAMES[Number(month) - 1]
  if (name === undefined) return iso
  const time = hour !== undefined && !(hour === '00' && minute === '00') ? `${hour}:${minute}` : ''
  return [shown.day ? Number(day) : '', shown.month ? name : '', shown.year ? year : '', time].filter(Boolean).join(' ')
}
