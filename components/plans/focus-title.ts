const patience = 8000;

/** Moves the focus to the title of the page that is on its way, once it is there. */
export function focusTitleOf(path: string): void {
  const until = performance.now() + patience;
  const look = () => {
    const title = location.pathname === path ? document.getElementById('title') : null;
    if (title) title.focus({ preventScroll: true });
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  look();
}
