/** Parts with a dot between them. A line breaks between two of them, and there the dot is left out. */
export function Dotted({ children }: { children: string }) {
  return (
    <span className="block overflow-x-clip">
      <span className="-ml-[1em] flex flex-wrap">
        {children.split(' · ').map((part) => (
          <span
            key={part}
            className="relative pl-[1em] before:absolute before:left-0 before:w-[1em] before:text-center before:content-['·'/'']"
          >
            {part}{' '}
          </span>
        ))}
      </span>
    </span>
  );
}
