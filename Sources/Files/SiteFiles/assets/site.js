// The one script. Every page works without it: it counts words while somebody writes, and looks again how far a reading is.
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

  // A reading that goes on: look again every two seconds; once it is over, the page is loaded anew.
  const watched = document.querySelector("[data-watch]");
  if (watched) {
    const look = async () => {
      try {
        const answer = await fetch(watched.dataset.watch, { credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("[data-watch]");
        if (!fresh) return location.reload();
        watched.replaceChildren(...fresh.childNodes);
      } catch {
        // No line: try again.
      }
      setTimeout(look, 2000);
    };
    setTimeout(look, 2000);
  }
})();
