/** Rings the number, or begins a text message to it. */
export const PhoneLink = ({ reachBy, phone }: { reachBy: 'call' | 'sms'; phone: string }) => (
  <a href={`${reachBy === 'sms' ? 'sms' : 'tel'}:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">
    {phone}
  </a>
)
