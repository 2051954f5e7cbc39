/** A QR code drawn on the server. Dark on light in both themes: cameras want it so. */
export function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  const margin = 3;
  const side = size + 2 * margin;
  return (
    <svg viewBox={`${-margin} ${-margin} ${side} ${side}`} role="img" aria-label={label} className="block w-full">
      <rect x={-margin} y={-margin} width={side} height={side} rx="2.5" fill="#ffffff" />
      <path d={path} fill="#1a1319" shapeRendering="crispEdges" />
    </svg>
  );
}
