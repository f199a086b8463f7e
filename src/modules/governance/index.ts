export { boardReportPaper } from './board-report/board-report.paper.ts'
export { boardReportRoutes as governanceRoutes } from './board-report/board-report.route.ts'
export type { BoardReport } from './board-report/board-report.ts'
export { makeBoardReport, makeClosedReport, type ReportRefusal } from './board-report/make-board-report.ts'
