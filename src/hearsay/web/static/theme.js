// Before anything is drawn: the theme that was chosen in this browser. Kept in local storage, which is never sent anywhere.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("hearsay-theme");
  } catch {
    // storage may be forbidden: the system's theme is used
  }
  const root = document.documentElement;
  root.classList.add("script");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
})();
