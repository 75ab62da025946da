/* What a page can do more with a script; each part is hidden, or an ordinary link, without one. */
(function () {
  "use strict";

  /* ---- What was done is said, and read aloud -------------------------------------------------------- */

  var said = document.querySelector("[data-said]");
  var silence;

  function say(words) {
    said.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(function () { said.textContent = ""; }, 4000);
  }

  function copy(text, done) {
    if (!navigator.clipboard) return say("Din browser kan ikke kopiere. Markér teksten, og kopiér den selv.");
    navigator.clipboard.writeText(text).then(
      function () { say(done); },
      function () { say("Det lykkedes ikke at kopiere. Markér teksten, og kopiér den selv."); }
    );
  }

  /* ---- Links to a section, a paragraph, the whole -------------------------------------------------- */

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".headerlink, .paragraph-link");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) copy(link.href, "Linket er kopieret.");
    var button = event.target.closest("[data-copy]");
    if (button) copy(document.getElementById(button.dataset.copy).textContent.trim(), "Henvisningen er kopieret.");
    if (event.target.closest("[data-print]")) window.print();
  });

  document.querySelectorAll("[data-print], [data-copy]").forEach(function (button) { button.hidden = false; });

  /* The page's own address belongs in a reference to it; the site may not know where it is published. */
  document.querySelectorAll("[data-address]").forEach(function (place) {
    if (!place.textContent) place.textContent = location.origin + location.pathname;
  });

  /* A page that is not found offers the words of its address as a search. */
  document.querySelectorAll("[data-words-of-address]").forEach(function (field) {
    var last = location.pathname.split("/").filter(Boolean).pop() || "";
    try {
      var words = decodeURIComponent(last).replace(/\.[a-z]+$/i, "").replace(/[-_+]+/g, " ").trim();
      // A date, a number and the names that every meeting's pages have find nothing.
      if (!/^([\d ]+|index|samlet|bilag|punkt .*)$/i.test(words)) field.value = words;
    } catch (broken) {
      field.value = "";
    }
  });

  /* Numbers beside the paragraphs are made when they are asked for: most readers never do. */
  document.querySelectorAll("[data-number-paragraphs]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      document.documentElement.classList.toggle("with-numbers", on);
      document.querySelectorAll(".paragraph-link").forEach(function (link) { link.remove(); });
      if (!on) return;
      document.querySelectorAll(".prose :is([id^='a.'], [id^='b.'])").forEach(function (paragraph) {
        var link = document.createElement("a");
        link.className = "paragraph-link";
        link.href = "#" + paragraph.id;
        link.textContent = paragraph.id.replace("a.", "").replace("b.", "B");
        link.setAttribute("aria-label", "Link til afsnit " + link.textContent);
        paragraph.prepend(link);
      });
    });
  });
})();
