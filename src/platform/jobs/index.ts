export { type DailyJob, doDailyJob, keepDailyJobs } from './keep-daily-jobs.ts'
export { type Going, keepDoing } from './keep-doing.ts'
export { onceADay } from './once-a-day.ts'
