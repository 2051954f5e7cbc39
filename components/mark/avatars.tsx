const sizes = {
  small: 'size-7 text-xs',
  medium: 'size-9 text-sm',
  large: 'size-12 text-lg',
};

type Size = keyof typeof sizes;

function initialOf(name: string) {
  return [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '';
}

/** A person as a circle with an initial, in the colour of whose it is. It repeats a name that stands beside it in words. */
export function Avatar({ name, whose, size = 'medium' }: { name: string; whose: 'mine' | 'theirs'; size?: Size }) {
  return (
    <span
      aria-hidden="true"
      data-initial={initialOf(name)}
      className={`inline-flex shrink-0 select-none before:content-[attr(data-initial)] items-center justify-center rounded-full font-bold text-on-fill ${sizes[size]} ${whose === 'mine' ? 'bg-mine' : 'bg-theirs'}`}
    />
  );
}

/**
 * The two of us as the mark: circles that touch. Before the partner has come, the second is a dotted place.
 * `label` says who they are; leave it out where both names stand beside it.
 */
export function AvatarPair({
  name,
  partnerName,
  size = 'medium',
  label,
}: {
  name: string;
  partnerName?: string | null;
  size?: Size;
  label?: string;
}) {
  const pair = (
    <>
      <Avatar name={name} whose="mine" size={size} />
      <span className="-ml-1 rounded-full ring-2 ring-paper">
        {partnerName ? (
          <Avatar name={partnerName} whose="theirs" size={size} />
        ) : (
          <span
            aria-hidden="true"
            className={`block rounded-full border border-theirs border-dashed bg-theirs-tint ${sizes[size]}`}
          />
        )}
      </span>
    </>
  );
  return label ? (
    <span role="img" aria-label={label} className="inline-flex items-center">
      {pair}
    </span>
  ) : (
    <span className="inline-flex items-center">{pair}</span>
  );
}
