// The one script. Every page works without it: it only counts words while somebody writes.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter(language, { granularity: "word" }) : null;
  const count = (text) =>
    segmenter
      ? Array.from(segmenter.segment(text)).filter((part) => part.isWordLike).length
      : (text.match(/\S+/g) || []).length;

  for (const area of document.querySelectorAll("textarea[data-most-words]")) {
    const most = Number(area.dataset.mostWords);
    const shown = document.createElement("span");
    shown.className = "so-far";
    shown.dir = "ltr";
    const place = document.getElementById(area.id + "-limit");
    if (!place) continue;
    place.append(" ", shown);
    let waiting = 0;
    const show = () => {
      const words = count(area.value);
      shown.textContent = words + " / " + most;
      shown.classList.toggle("over", words > most);
    };
    area.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 200);
    });
    show();
  }

  // A list one goes through by keys: j and k to the next and the one before, Enter opens (it is a link), u leads back up.
  const links = Array.from(document.querySelectorAll("[data-queue] h2 a, [data-queue] h3 a"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    const at = links.indexOf(document.activeElement);
    if (event.key === "j" && at < links.length - 1) links[at + 1].focus();
    else if (event.key === "k" && at > 0) links[at - 1].focus();
    else if (event.key === "u") {
      const up = document.querySelector(".crumbs a:last-child");
      if (up) up.click();
    }
  });
})();
