export { boardReportPaper } from './board-report/board-report.paper.ts'
export { boardReportRoutes as governanceRoutes } from './board-report/board-report.route.ts'
export { makeBoardReport, type ReportRefusal } from './board-report/make-board-report.ts'
