// Runs before anything is painted, so that the page never flashes in the other theme.
(() => {
  const themes = ["light", "dark"];
  const asked = new URLSearchParams(location.search).get("theme");
  let remembered = null;
  try {
    remembered = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden; then the choice lasts as long as its address.
  }
  const theme = [asked, remembered].find((each) => themes.includes(each));
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
})();
