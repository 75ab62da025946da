/* Light or dark as the reader chose; without a choice, or without this script, as the device is set.
   It runs while the head is read, so that no page flashes in the other colours. */
(function () {
  "use strict";
  var KEY = "referat.udseende";
  var NEXT = { device: "light", light: "dark", dark: "device" };
  var NAMES = { device: "som din enhed", light: "lyst", dark: "mørkt" };
  var DARK = { device: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen" };

  function chosen() {
    try {
      var found = localStorage.getItem(KEY);
      return NAMES[found] ? found : "device";
    } catch (refused) {
      return "device"; // a browser that keeps nothing for anyone
    }
  }

  function show(look) {
    document.querySelector("[data-dark]").media = DARK[look];
    document.documentElement.style.colorScheme = look === "device" ? "" : look;
  }

  var look = chosen();
  show(look);

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-look]").forEach(function (button) {
      function tell() {
        button.dataset.look = look;
        button.querySelector("[data-look-name]").textContent = NAMES[look];
      }
      button.hidden = false;
      tell();
      button.addEventListener("click", function () {
        look = NEXT[look];
        show(look);
        tell();
        try {
          localStorage.setItem(KEY, look);
        } catch (refused) {
          // it lasts until the next page
        }
      });
    });
  });
})();
