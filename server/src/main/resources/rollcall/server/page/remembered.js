/** What somebody chose on an earlier visit, or null. */
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. Storage may be forbidden; then the choice lasts as long as the page. */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // As said above.
  }
}
