import { qrCode } from './qr-code.ts'

/** A QR code on white, whatever the page is on; `label` says what it opens. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = qrCode(text)
  return (
    <svg width="240" height="240" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
