/** A jar with what both have put into it. Only a picture; its words stand beside it. */
export function JarPicture() {
  return (
    <svg viewBox="0 0 48 56" aria-hidden="true" className="h-14 w-12 shrink-0" fill="none" strokeWidth="1.75">
      <circle cx="19" cy="43" r="6" className="fill-mine-tint stroke-mine" />
      <circle cx="31" cy="42" r="6" className="fill-theirs-tint stroke-theirs" />
      <circle cx="25" cy="32.5" r="6" className="fill-ours-tint stroke-ours" />
      <path
        d="M14 10h20M15.5 10v4c0 2.5-6.5 4.5-6.5 11v21a7 7 0 0 0 7 7h16a7 7 0 0 0 7-7V25c0-6.500-6.500-8.500-6.500-11v-4"
        className="stroke-edge"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
