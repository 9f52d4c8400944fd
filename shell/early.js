// Runs before the page is shown for the first time: decides which of the two screens that stand in the
// HTML is shown, sign-in or landing, and keeps what is pressed until the program has arrived.
(function() {
  'use strict';
  const root = document.documentElement;
  const presenceKey = 'laurel-present-' + root.dataset.association;

  // Storage may be denied; then nobody is expected to be signed in.
  const wasPresent = function() {
    try {
      return localStorage.getItem(presenceKey) === '1';
    } catch (denied) {
      return false;
    }
  };
  const rememberPresence = function(present) {
    try {
      if (present) {
        localStorage.setItem(presenceKey, '1');
      } else {
        localStorage.removeItem(presenceKey);
      }
    } catch (denied) {
      // The next visit shows the sign-in form a moment earlier or later; nothing else depends on it.
    }
  };

  const atStart = location.hash === '' || location.hash === '#' || location.hash === '#/';
  if (atStart && !wasPresent()) {
    document.getElementById('mirror').replaceChildren(
        document.getElementById('landing').content.cloneNode(true));
    root.classList.remove('waiting');
  }
  if (location.hash === '#/login') root.classList.remove('waiting');

  const presses = [];
  const keep = function(event) {
    const target = event.target instanceof Element ? event.target.closest('[data-press]') : null;
    if (!target) return;
    event.preventDefault();
    if (!presses.includes(target.id)) presses.push(target.id);
    target.setAttribute('aria-disabled', 'true');
  };
  document.addEventListener('click', keep, true);

  window.laurelEarly = {
    wasPresent: wasPresent,
    rememberPresence: rememberPresence,
    // The program listens from now on.
    takePresses: function() {
      document.removeEventListener('click', keep, true);
      root.classList.remove('waiting');
      return presses.splice(0);
    },
  };
})();
