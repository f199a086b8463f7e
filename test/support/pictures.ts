import type { Page } from 'playwright-core'

type Who = 'manager' | 'chair' | 'lead'

/** One picture of the site: who sees it, and how they come to it from their list of plans. */
export type Picture = {
  readonly name: string
  readonly shows: string
  readonly as: Who | null
  readonly go: (page: Page) => Promise<unknown>
}

const openPlan = async (page: Page) =>
  page
    .getByRole('table')
    .getByRole('link', { name: /Delivery plan/ })
    .click()
const openTab = (name: string) => async (page: Page) => {
  await openPlan(page)
  await page.getByRole('link', { name, exact: true }).click()
}
const openUpdates = (page: Page) => page.getByRole('link', { name: 'My updates', exact: true }).click()
const openFirst = async (page: Page) => {
  await openUpdates(page)
  await page.getByRole('heading', { level: 1, name: 'My updates' }).waitFor()
  await page.getByRole('table').getByRole('link').first().click()
}
const openAction = async (page: Page) => {
  await openPlan(page)
  await page.getByRole('link', { name: /^Bring education, health and care plans/ }).click()
}

/** Hands over a plan of twelve actions; the page it leads to is the review. */
const readPlan = async (page: Page) => {
  await page.getByRole('link', { name: 'Read a plan', exact: true }).click()
  await page.getByLabel('The plan').setInputFiles('test/journeys/fixtures/millbrook-plan.md')
  await page.getByRole('button', { name: 'Read this plan' }).click()
  // The second width hands over what the first did already, and is asked about it.
  const again = page.getByRole('button', { name: /^Read it again/ })
  const review = page.getByText('Review before adopting')
  await again.or(review).first().waitFor()
  if (await again.isVisible()) await again.click()
  await review.waitFor()
}

const openReviewTab = (name: RegExp) => async (page: Page) => {
  await readPlan(page)
  await page.getByRole('link', { name }).click()
}
const openQuestions = openReviewTab(/^Questions \d/)
const openColumns = openReviewTab(/^Columns$/)

/** The plan just read against its report, which tells of fourteen actions where its table has twelve. */
const compare = async (page: Page) => {
  await readPlan(page)
  await page.getByRole('link', { name: 'Compare with a report' }).click()
  await page.getByLabel('The report, or the next plan').setInputFiles('test/journeys/fixtures/millbrook-report.md')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByText('Claims against counts').waitFor()
}
const openExport = async (page: Page) => {
  await openPlan(page)
  await page.getByRole('link', { name: 'Take the plan out' }).click()
}
const openAsking = async (page: Page) => {
  await openTab('What is due when')(page)
  await page.getByRole('link', { name: 'How this plan asks, and what was asked' }).click()
}

export const PICTURES: readonly Picture[] = [
  { name: 'sign-in', shows: 'Signing in', as: null, go: async () => {} },
  { name: 'plan', shows: 'The plan: where it stands, and every action', as: 'manager', go: openPlan },
  { name: 'due', shows: 'What is due when', as: 'manager', go: openTab('What is due when') },
  { name: 'matrix', shows: 'Progress by impact', as: 'manager', go: openTab('Progress by impact') },
  {
    name: 'beside-facts',
    shows: 'Ratings beside what the facts suggested',
    as: 'manager',
    go: async (page) => {
      await openTab('Progress by impact')(page)
      await page.getByRole('link', { name: 'How ratings compare with what the facts suggested' }).click()
    },
  },
  {
    name: 'rating-scheme',
    shows: 'The rating scheme of a plan',
    as: 'manager',
    go: async (page) => {
      await openPlan(page)
      await page.getByRole('link', { name: /^The rating scheme/ }).click()
    },
  },
  {
    name: 'own-scheme',
    shows: 'Making a rating scheme',
    as: 'manager',
    go: async (page) => {
      await openPlan(page)
      await page.getByRole('link', { name: /^The rating scheme/ }).click()
      await page.getByRole('link', { name: 'Like Five colours' }).click()
    },
  },
  { name: 'planner', shows: 'The year planner, months across', as: 'manager', go: openTab('Year planner') },
  {
    name: 'steps',
    shows: 'The steps of an action, and what it waits for',
    as: 'manager',
    go: async (page) => {
      await openAction(page)
      await page.getByRole('link', { name: 'Add or change steps, and what it waits for' }).click()
      await page.getByLabel('Step', { exact: true }).last().fill('Train the schools’ coordinators')
      await page.getByLabel('Due on').last().fill('2026-10-30')
      await page.getByRole('button', { name: 'Add the step' }).click()
      await page.getByLabel('It waits for').selectOption({ index: 3 })
      await page.getByRole('button', { name: 'Keep it' }).click()
    },
  },
  { name: 'chains', shows: 'What waits for what', as: 'manager', go: openTab('What waits for what') },
  {
    name: 'calendar-addresses',
    shows: 'What is due, in one’s own calendar',
    as: 'manager',
    go: async (page) => {
      await page.goto(new URL('/calendar-feeds', page.url()).href)
      await page.getByLabel('Calendar of').selectOption('own')
      await page.getByRole('button', { name: 'Make the address' }).click()
    },
  },
  { name: 'board-report', shows: 'The board’s report, as at any day', as: 'manager', go: openTab('Board report') },
  { name: 'action', shows: 'One action, from the document to its last update', as: 'manager', go: openAction },
  { name: 'my-updates', shows: 'What a lead is asked', as: 'lead', go: openUpdates },
  { name: 'write-an-update', shows: 'Writing an update, each colour beside its rule', as: 'lead', go: openFirst },
  { name: 'judge-an-update', shows: 'The chair accepts, or sends back with a note', as: 'chair', go: openFirst },
  {
    name: 'audit-trail',
    shows: 'Who did what, and whether the chain is whole',
    as: 'manager',
    go: (page) => page.getByRole('link', { name: 'Audit trail', exact: true }).click(),
  },
  { name: 'review', shows: 'A plan just read, beside its document', as: 'manager', go: readPlan },
  { name: 'questions', shows: 'What a careful colleague would ask, to work through', as: 'manager', go: openQuestions },
  { name: 'columns', shows: 'Telling what a column holds', as: 'manager', go: openColumns },
  { name: 'comparison', shows: 'What became of each action, and what does not add up', as: 'manager', go: compare },
  { name: 'export', shows: 'Taking a plan out', as: 'manager', go: openExport },
  { name: 'asking', shows: 'How a plan asks, and what was asked', as: 'manager', go: openAsking },
  {
    name: 'calendar',
    shows: 'Meetings and closed days, which move the asking',
    as: 'manager',
    go: async (page) => {
      await openAsking(page)
      await page.getByRole('link', { name: 'days you are closed' }).click()
    },
  },
  {
    name: 'year-end',
    shows: 'Every action with its ending, or what is missing',
    as: 'manager',
    go: openTab('Year end'),
  },
  {
    name: 'ending',
    shows: 'How one action ended',
    as: 'manager',
    go: async (page) => {
      await openTab('Year end')(page)
      await page
        .getByRole('link', { name: /^Say how/ })
        .first()
        .click()
    },
  },
]
