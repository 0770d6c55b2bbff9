"use strict";
(() => {
  const all = (what, top = document) => [...top.querySelectorAll(what)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const marks = all("mark");
  const tip = byId("tip");
  const where = byId("where");
  let current = -1;

  const numbers = (mark) => mark.dataset.findings.split(" ");
  const cardsOf = (mark) => numbers(mark).map((n) => byId("f" + n)).filter((c) => c && !c.hidden);
  const shown = () => cards.filter((card) => !card.hidden);
  const markOf = (card) => {
    const number = card.id.slice(1);
    return byId("m" + number) || marks.find((mark) => numbers(mark).includes(number));
  };

  function showTip(mark) {
    const found = cardsOf(mark);
    if (!found.length) return;
    tip.replaceChildren(...found.map((card) => {
      const copy = card.cloneNode(true);
      copy.removeAttribute("id");
      copy.classList.remove("here");
      return copy;
    }));
    tip.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const below = box.bottom + 6;
    const above = box.top - tip.offsetHeight - 6;
    const top = below + tip.offsetHeight > innerHeight && above > 0 ? above : below;
    tip.style.left = Math.max(left, 8) + scrollX + "px";
    tip.style.top = top + scrollY + "px";
  }
  function hideTip() { tip.hidden = true; }

  function go(card) {
    all(".here").forEach((element) => element.classList.remove("here"));
    if (!card) { where.textContent = ""; return; }
    const list = shown();
    current = list.indexOf(card);
    where.textContent = `${current + 1} of ${list.length}`;
    card.classList.add("here");
    const mark = markOf(card);
    if (mark) {
      mark.classList.add("here");
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
      showTip(mark);
    }
    card.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const list = shown();
    if (list.length) go(list[(Math.max(current, by < 0 ? 0 : -1) + by + list.length) % list.length]);
  }
  function filter() {
    const wanted = { severity: byId("by-severity").value, category: byId("by-category").value, rule: byId("by-rule").value };
    for (const card of cards) {
      card.hidden = Object.entries(wanted).some(([key, value]) => value && card.dataset[key] !== value);
    }
    for (const mark of marks) mark.classList.toggle("off", !cardsOf(mark).length);
    for (const file of all(".file")) file.hidden = !all(".card", file).some((card) => !card.hidden) && all(".card", file).length > 0;
    current = -1;
    hideTip();
    go(null);
    where.textContent = `${shown().length} shown`;
  }

  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => showTip(mark));
    mark.addEventListener("mouseleave", hideTip);
    mark.addEventListener("focus", () => showTip(mark));
    mark.addEventListener("blur", hideTip);
    mark.addEventListener("click", () => go(cardsOf(mark)[0]));
    mark.addEventListener("keydown", (event) => { if (event.key === "Enter") go(cardsOf(mark)[0]); });
  }
  for (const card of cards) {
    card.querySelector("a").addEventListener("click", (event) => { event.preventDefault(); go(card); });
  }
  for (const id of ["by-severity", "by-category", "by-rule"]) byId(id).addEventListener("change", filter);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /SELECT|INPUT/.test(event.target.tagName)) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") hideTip();
  });
  byId("tools").hidden = cards.length === 0;
})();
