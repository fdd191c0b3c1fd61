// Before the page is drawn: the theme that somebody chose here, if they chose one.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // no storage: the system's own theme stays
}
