// Comfort for adding: dropping files onto the form, and progress without loading the page again.
const form = document.querySelector("form.deliver");
const watched = document.querySelector("[data-watch]");

const counted = (number, one, several = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : several}`;

if (form) {
  const drop = form.querySelector(".drop");
  const input = form.querySelector("#files");
  const chosen = form.querySelector(".chosen");
  const button = form.querySelector("button[type=submit]");

  const show = () => {
    const files = [...input.files];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const size = bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    const tooMuch = bytes > Number(form.dataset.mostBytes) * 0.99 || files.length > Number(form.dataset.mostFiles);
    chosen.hidden = files.length === 0;
    chosen.classList.toggle("too-much", tooMuch);
    chosen.textContent = `${counted(files.length, "file")}, ${size}${tooMuch ? ": too much at once; add them in several goes" : ""}`;
    button.disabled = tooMuch;
  };

  input.addEventListener("change", show);
  const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  // The whole page takes files: one that misses the field would otherwise leave this page.
  addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    input.files = event.dataTransfer.files;
    show();
  });
  form.addEventListener("submit", () => {
    button.textContent = "Sending…";
    // after the form has been put together, so that a second press sends nothing
    setTimeout(() => (button.disabled = true));
  });
  addEventListener("pageshow", () => {
    button.textContent = "Add to the record";
    show();
  });
}

const WORDS = {
  waiting: ["·", "waits"],
  reading: ["…", "is being read"],
  added: ["✓", "added"],
  unchanged: ["=", "was on the record already"],
  failed: ["✗", "failed"],
  given_up: ["–", "given up, not on the record"],
};

const stage = (delivery, read) => {
  const of = delivery.files.length;
  if (delivery.stage === "waiting") return "waits its turn";
  if (delivery.stage === "reading") return `${read} of ${of} read`;
  return "all read; what is new is being linked";
};

const took = (seconds) => {
  if (seconds < 60) return counted(seconds, "second");
  if (seconds < 3600) return `${counted(Math.floor(seconds / 60), "minute")} ${counted(seconds % 60, "second")}`;
  return `${counted(Math.floor(seconds / 3600), "hour")} ${counted(Math.floor((seconds % 3600) / 60), "minute")}`;
};

const inHand = (progress) => {
  const line = watched.querySelector(".in-hand");
  line.hidden = !progress;
  if (!progress) return;
  const name = Object.assign(document.createElement("strong"), { textContent: progress.name });
  const all = progress.in_all > progress.seconds ? `; ${took(progress.in_all)} in all` : "";
  line.replaceChildren("In hand: ", name, `, ${progress.number} of ${progress.of}, for ${took(progress.seconds)}${all}`);
};

const draw = (delivery, progress) => {
  const read = delivery.files.filter((file) => !["waiting", "reading", "given_up"].includes(file.outcome)).length;
  const giveUp = watched.querySelector(".give-up");
  if (giveUp) giveUp.hidden = delivery.stage === "linking";
  inHand(progress);
  const said = watched.querySelector(".said");
  watched.querySelector("progress").value = read;
  watched.querySelector(".stage").textContent = stage(delivery, read);
  said.hidden = !delivery.said;
  said.textContent = delivery.said ?? "";
  const rows = watched.querySelectorAll("tbody tr");
  delivery.files.forEach((file, number) => {
    const row = rows[number];
    if (!row || row.className === file.outcome) return;
    const [sign, words] = WORDS[file.outcome];
    row.className = file.outcome;
    row.cells[1].replaceChildren(
      Object.assign(document.createElement("span"), { className: "sign", textContent: sign, ariaHidden: "true" }),
      ` ${words}${file.reason ? `: ${file.reason}` : ""}`,
    );
  });
};

const watch = async () => {
  try {
    const answer = await fetch(watched.dataset.watch, { cache: "no-store" });
    if (!answer.ok) return location.reload();
    const { delivery, progress } = await answer.json();
    if (["done", "stopped"].includes(delivery.stage)) return location.reload();
    draw(delivery, progress);
  } catch {
    // the room may be closed for a moment: it is asked again
  }
  setTimeout(watch, 1000);
};

if (watched) watch();
