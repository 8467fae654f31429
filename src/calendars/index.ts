export { calendarsRoutes } from './routes.tsx'
export { shareRoom } from './share-room.ts'
