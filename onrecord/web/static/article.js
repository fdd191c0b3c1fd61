// Pointing at marked words shows what was read there; which kinds are marked is remembered.
const text = document.querySelector(".text");
const notes = document.querySelector(".notes");
const list = notes.querySelector(".noted");
const tally = notes.querySelector(".tally");
const button = notes.querySelector(".all");
const whole = `${tally.textContent}. Point at a mark for its own.`;
tally.textContent = whole;
const WAIT = 140; // milliseconds: long enough to pass over a mark without meaning it

// --- which kinds are marked

const boxes = [...document.querySelectorAll(".kinds input")];
try {
  const kept = JSON.parse(localStorage.getItem("kinds") ?? "{}");
  for (const box of boxes) if (typeof kept[box.id] === "boolean") box.checked = kept[box.id];
} catch {
  // nothing kept: all are marked
}
for (const box of boxes) {
  box.addEventListener("change", () => {
    const now = Object.fromEntries(boxes.map((each) => [each.id, each.checked]));
    try {
      localStorage.setItem("kinds", JSON.stringify(now));
    } catch {
      // the choice holds for this page
    }
  });
}

// --- which words an entry has

const words = new Map();
for (const mark of text.querySelectorAll("[data-of]")) {
  for (const id of mark.dataset.of.split(" ")) {
    if (!words.has(id)) words.set(id, []);
    words.get(id).push(mark);
  }
}
const about = (id) => document.getElementById(`about-${id}`);
const entryOf = (hash) => {
  const id = decodeURIComponent(hash.slice(1)).replace(/^about-/, "");
  return words.has(id) ? id : null;
};

let shown = [];
let pinned = false;

const clear = () => {
  for (const id of shown) {
    about(id)?.classList.remove("pointed");
    for (const mark of words.get(id) ?? []) mark.classList.remove("pointed");
  }
  shown = [];
};

const point = (ids, pin = false) => {
  clear();
  pinned = pin;
  shown = ids.filter(about);
  for (const id of shown) {
    about(id).classList.add("pointed");
    for (const mark of words.get(id) ?? []) mark.classList.add("pointed");
  }
  list.classList.toggle("few", shown.length > 0);
  notes.classList.toggle("pointing", shown.length > 0);
  button.hidden = shown.length === 0;
  tally.textContent = shown.length ? `${shown.length === 1 ? "one line" : `${shown.length} lines`} here` : whole;
  if (shown.length) notes.scrollTop = 0;
};

const entriesAt = (target) => target.closest?.("[data-of]")?.dataset.of.split(" ") ?? [];

// --- pointing with a mouse, a finger, the keyboard

let waiting = 0;
text.addEventListener("pointerover", (event) => {
  clearTimeout(waiting);
  if (event.pointerType !== "mouse" || pinned) return;
  const ids = entriesAt(event.target);
  if (ids.length) waiting = setTimeout(() => point(ids), WAIT);
});
text.addEventListener("pointerleave", () => clearTimeout(waiting));
text.addEventListener("focusin", (event) => {
  if (event.target.matches("a:focus-visible")) point(entriesAt(event.target));
});
text.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || String(getSelection())) return;
  const ids = entriesAt(event.target);
  const link = event.target.closest("a");
  if (link && event.detail === 0) {
    // Enter on the first words: on to what was read there
    event.preventDefault();
    point(ids, true);
    about(ids.at(-1))?.focus();
  } else if (ids.length) {
    event.preventDefault();
    clearTimeout(waiting);
    point(ids, true);
    history.replaceState(null, "", `#${ids.at(-1)}`);
  } else if (pinned) {
    point([]);
  }
});
button.addEventListener("click", () => point([]));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown.length) return;
  const back = notes.contains(document.activeElement) ? document.getElementById(shown[0]) : null;
  point([]);
  back?.querySelector("a")?.focus();
});

// --- coming to an entry's words by its address

const arrive = () => {
  const id = entryOf(location.hash);
  if (id) point([id], true);
  else if (/^#(sta|eve|fig)_\w+$/.test(location.hash)) {
    location.replace(`/article/${location.hash.slice(1)}`); // in another section of a long article
  }
};
addEventListener("hashchange", arrive);
arrive();
