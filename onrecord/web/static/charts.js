// What a mark says, written under its chart while one points at it or has reached it by keyboard.

for (const chart of document.querySelectorAll(".chart")) {
  const marks = chart.querySelectorAll("svg a");
  if (!marks.length) continue;
  const says = document.createElement("p");
  says.className = "chart-says";
  says.setAttribute("aria-hidden", "true"); // a screen reader has read the mark itself
  chart.querySelector(":scope > svg, :scope > .map-sheet").after(says);
  for (const mark of marks) {
    const said = mark.querySelector("title").textContent;
    const show = () => { says.textContent = said; };
    const hide = () => { says.textContent = ""; };
    mark.addEventListener("pointerenter", show);
    mark.addEventListener("focus", show);
    mark.addEventListener("pointerleave", hide);
    mark.addEventListener("blur", hide);
  }
}
