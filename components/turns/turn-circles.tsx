/**
 * The two of us, and whose turn it is to surprise: that circle is full, the other waits dotted. Before there are turns both
 * wait. Only a picture: the words stand beside it.
 */
export function TurnCircles({
  holder,
  className = 'h-14 w-auto',
}: {
  holder: 'me' | 'partner' | null;
  className?: string;
}) {
  const dots = { strokeDasharray: '0.1 4.6', strokeLinecap: 'round' } as const;
  const isMine = holder === 'me';
  const isTheirs = holder === 'partner';
  const mine = (
    <circle
      cx="30"
      cy="30"
      r="26"
      className={isMine ? 'fill-mine stroke-mine' : 'fill-mine-tint/70 stroke-mine'}
      {...(!isMine && dots)}
    />
  );
  const theirs = (
    <circle
      cx="62"
      cy="30"
      r="26"
      className={isTheirs ? 'fill-theirs stroke-theirs' : 'fill-theirs-tint/70 stroke-theirs'}
      {...(!isTheirs && dots)}
    />
  );
  return (
    <svg viewBox="2 2 88 56" aria-hidden="true" className={className} fill="none" strokeWidth="1.75">
      {isMine ? theirs : mine}
      {isMine ? mine : theirs}
      {holder && (
        <path
          transform={`translate(${isMine ? 18 : 50} 18)`}
          d="M4.5 9h15a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM12 9v12.5M18.5 13.5V20a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 5.5 20v-6.5M8 9a2.5 2.5 0 0 1 0-5c2.2 0 3.3 2 4 5 .7-3 1.8-5 4-5a2.5 2.5 0 0 1 0 5"
          className="stroke-on-fill"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
