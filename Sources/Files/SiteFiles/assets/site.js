// The one script; every page works without it. It counts words while somebody writes, keeps what she writes on her own
// device until it is saved, has a draft read over after each pause, goes through lists by keys, says at once that a
// file is too large, and looks again how far a reading is.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const made = (tag, traits) => Object.assign(document.createElement(tag), traits);
  // The moment a call closes, by the reader's own clock.
  for (const own of all("[data-own]")) {
    const time = own.querySelector("time");
    const style = { dateStyle: "long", timeStyle: "short" };
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, style);
    own.prepend(own.dataset.own);
    own.hidden = false;
  }
  // The same rule as the server's: two signs of a script without spaces are one word.
  const unspaced = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17a2]/gu;
  const word = /[\p{Alphabetic}\p{N}](?:[\p{Alphabetic}\p{N}\p{Mn}\p{Mc}'\u2019\u2010\u2011\u00ad\u0640-]*[\p{Alphabetic}\p{N}])?/gu;
  const count = (text) => {
    const signs = (text.match(unspaced) || []).length;
    return (text.replace(unspaced, " ").match(word) || []).length + ((signs + 1) >> 1);
  };
  const later = (act, pause) => {
    let waiting = 0;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(act, pause);
    };
  };

  for (const area of all("textarea[data-most-words]")) {
    const place = document.getElementById(area.id + "-limit");
    if (!place) continue;
    const shown = made("span", { className: "so-far", dir: "ltr" });
    place.append(" ", shown);
    const show = () => {
      const words = count(area.value);
      shown.textContent = words + " / " + area.dataset.mostWords;
      shown.classList.toggle("over", words > area.dataset.mostWords);
    };
    area.addEventListener("input", later(show, 200));
    area.addEventListener("change", show);
    show();
  }

  // A file that is too large is said to be so before it is sent.
  for (const input of all("[data-most-bytes]")) {
    input.addEventListener("change", () => {
      const fits = [...input.files].every((file) => file.size <= input.dataset.mostBytes);
      input.setCustomValidity(fits ? "" : input.dataset.tooLarge);
      input.reportValidity();
    });
  }

  // A reading that goes on: look again every two seconds; once it is over, the page is loaded anew, without the
  // word that it goes on.
  const watched = document.querySelector("[data-watch]");
  if (watched) {
    const look = async () => {
      try {
        const answer = await fetch(watched.dataset.watch);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("[data-watch]");
        if (!fresh) return location.replace(watched.dataset.watch);
        watched.replaceChildren(...fresh.childNodes);
      } catch {
        // No line: try again.
      }
      setTimeout(look, 2000);
    };
    setTimeout(look, 2000);
  }

  // A list one goes through by keys: j and k to the next and the one before, Enter opens (it is a link), u leads back up.
  const links = all("[data-queue] :is(h2, h3) a");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    const at = links.indexOf(document.activeElement);
    if (event.key === "j" && at < links.length - 1) links[at + 1].focus();
    else if (event.key === "k" && at > 0) links[at - 1].focus();
    else if (event.key === "u") {
      document.querySelector(".crumbs a:last-child")?.click();
    }
  });

  const store = (() => {
    try {
      localStorage.setItem("bb", "");
      return localStorage;
    } catch {
      return null;
    }
  })();
  if (store && /[?&]done=(saved|submitted)/.test(location.search)) {
    store.removeItem(store.getItem("bb"));
  }

  const draft = document.getElementById("draft");
  const form = draft && draft.querySelector("form");
  if (!form) return;
  const texts = () => [...form.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name);
  const key = "bb " + location.pathname + (new URLSearchParams(location.search).get("part") || "");
  const values = () => JSON.stringify(Object.fromEntries(texts().map((field) => [field.name, field.value])));

  if (store) {
    const kept = JSON.parse(store.getItem(key) || "{}");
    const lost = texts().filter((field) => kept[field.name] && kept[field.name] !== field.value);
    if (lost.length) {
      const notice = made("div", { className: "notice act", role: "status" });
      notice.append(made("p", { textContent: draft.dataset.found }));
      const offer = (name, act) => {
        const button = made("button", { type: "button", className: "button", textContent: name });
        button.onclick = () => {
          act();
          notice.remove();
        };
        notice.append(button, " ");
      };
      offer(draft.dataset.restore, () => {
        for (const field of lost) {
          field.value = kept[field.name];
          field.dispatchEvent(new Event("change"));
        }
      });
      offer(draft.dataset.forget, () => store.removeItem(key));
      draft.prepend(notice);
    }
    form.addEventListener("input", later(() => store.setItem(key, values()), 500));
    form.addEventListener("submit", () => {
      store.setItem(key, values());
      store.setItem("bb", key);
    });
  }

  const advice = document.getElementById("advice");
  const problem = document.getElementById("problem");
  if (!advice || !problem || !window.fetch) return;
  let asked = "";
  form.addEventListener("input", later(async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("then", "check");
    if (problem.value === asked || count(problem.value) < 4) return;
    asked = problem.value;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("advice");
      if (answer.ok && page) advice.innerHTML = page.innerHTML;
    } catch {
      asked = "";
    }
  }, 1500));
})();
