export { calendarsRoutes } from './routes.tsx'
export { sendCalendar } from './send-calendar.ts'
export { shareRoom } from './share-room.ts'
