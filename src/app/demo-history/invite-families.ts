import sharp from 'sharp'
import { actingAs, type CentreRef, type Context } from '../../identity/index.ts'
import { invite, readTearOffs, redeem, showDoor } from '../../invitations/index.ts'
import { listPartners } from '../../network/index.ts'
import { leadOf } from './keep-network.ts'

/**
 * Two partners of the demo's lead hand on invitations to her open time: one of them for two months, and some families
 * came. The door is drawn, not photographed: it is nobody's.
 */
export const inviteFamilies = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const partners = await listPartners(lead)
  const [midwife, daycare] = (['midwife', 'daycare'] as const).map(kind =>
    partners.find(partner => partner.kind === kind && partner.centreId === showcase.centreId),
  )
  if (!midwife || !daycare) return
  await showDoor(lead, showcase, { photograph: await aDrawnDoor(), looks })
  const before = { ...lead, now: context.now.subtract({ hours: 24 * 40 }) }
  await bring(lead, await give(before, showcase, { partnerId: midwife.id, sheets: 2 }), [
    before,
    before,
    lead,
  ])
  await bring(lead, await give(lead, showcase, { partnerId: daycare.id, sheets: 1 }), [lead])
}

const give = (
  context: Context,
  showcase: CentreRef,
  { partnerId, sheets }: { partnerId: string; sheets: number },
) => invite(context, showcase, { partnerId, sheets, called: 'Frau K.', to: openTime })

/** Somebody comes with a tear-off at each of these times. */
const bring = async (lead: Context, id: string, times: readonly Context[]) => {
  const { codes } = await readTearOffs(lead, id)
  for (const [at, context] of times.entries()) await redeem(context, codes[at] ?? '')
}

const openTime = { weekday: 2, starts: Temporal.PlainTime.from('10:00') }

const looks = {
  de: 'Blaue Tür mit gelbem Fenster, zwei Stufen, daneben die Bank',
  en: 'Blue door with a yellow window, two steps, a bench beside it',
  ar: 'باب أزرق بنافذة صفراء ودرجتان وبجانبه مقعد',
}

const aDrawnDoor = () =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">
      <rect width="1600" height="900" fill="#e9dcc6"/>
      <path d="M0 760h1600v140H0z" fill="#b9b4ab"/>
      <path d="M560 180h480v560H560z" fill="#fff"/>
      <path d="M590 210h420v530H590z" fill="#0a5560"/>
      <path d="M680 270h240v170H680z" fill="#f9b53f"/>
      <circle cx="955" cy="520" r="16" fill="#f9b53f"/>
      <path d="M520 740h560v40H520zM480 780h640v40H480z" fill="#8d877c"/>
      <path d="M1180 640h300v30h-300zM1200 670h30v110h-30zM1430 670h30v110h-30zM1180 560h300v24h-300z" fill="#6b4a2b"/>
      <path d="M160 230h220v260H160z" fill="#cfe3ea" stroke="#fff" stroke-width="16"/>
    </svg>`),
  )
    .jpeg()
    .toBuffer()
