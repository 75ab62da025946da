/* Opens the theme's search from our own buttons and from the field on the front page. */
(function () {
  "use strict";
  var toggle = document.getElementById("__search");
  var query = document.querySelector("[data-md-component=search-query]");
  if (!toggle || !query) return;

  function search(words) {
    if (!toggle.checked) toggle.click();
    query.focus();
    if (words) {
      query.value = words;
      query.dispatchEvent(new Event("keyup", { bubbles: true }));
    }
  }

  document.querySelectorAll("[data-open-search]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { search(""); });
  });

  document.querySelectorAll("[data-hero-search]").forEach(function (form) {
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      search(form.querySelector("input").value.trim());
    });
  });
})();
