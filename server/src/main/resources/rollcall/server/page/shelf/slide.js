const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const MOTION = { duration: 260, easing: "ease-out" };

/**
 * Changes the children of a list so that the eye can follow: those that stay slide to their new places, new ones fade in
 * (first, last, invert, play). If the list's begin is out of sight, what is read stays where it is.
 */
export function slide(list, region, change) {
  if (region.isScrolledInto) {
    keepInPlace(list, region, change);
    return;
  }
  const before = new Map([...list.children].map((child) => [child, top(child)]));
  change();
  if (stillness.matches || before.size === 0) {
    return;
  }
  for (const child of list.children) {
    const moved = before.has(child) ? before.get(child) - top(child) : null;
    if (moved === null) {
      child.animate([{ opacity: 0, transform: "translateY(-0.75rem)" }, { opacity: 1, transform: "none" }], MOTION);
    } else if (moved !== 0) {
      child.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], MOTION);
    }
  }
}

/** Most browsers do this by themselves. */
function keepInPlace(list, region, change) {
  const last = list.lastElementChild;
  const before = last === null ? 0 : top(last);
  change();
  if (!CSS.supports("overflow-anchor", "auto") && last?.isConnected) {
    region.scrollBy(top(last) - before);
  }
}

const top = (child) => child.getBoundingClientRect().top;
