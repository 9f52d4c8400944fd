// Runs before the page is drawn for the first time: decides whether the sign-in form that stands in
// the HTML may be shown, and keeps what is pressed until the program has arrived.
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

  if (!wasPresent() && (location.hash === '' || location.hash === '#' || location.hash === '#/')) {
    history.replaceState(null, '', '#/login');
  }
  if (location.hash !== '#/login') root.classList.add('waiting');

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
    rememberPresence: rememberPresence,
    // The program listens from now on.
    takePresses: function() {
      document.removeEventListener('click', keep, true);
      root.classList.remove('waiting');
      return presses.splice(0);
    },
  };
})();
