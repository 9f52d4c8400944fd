// The browser's history of this page. Its entries are numbered, which tells which way somebody has gone;
// and of each is known where on the page they were and what had the focus, so that "back" leads there, as
// between ordinary pages. The browser by itself would look for the place before the screen is drawn.
mergeInto(LibraryManager.library, {
  $LaurelHistory: {
    entry: 0,        // the one that is shown
    step: 0,         // from the entry before to this one
    undoing: false,
    places: {},      // by entry: {y, key}
    arriving: null,  // one of them, or the top, until the screen that it belongs to is drawn

    start: function() {
      const state = history.state;
      LaurelHistory.entry = state && state['entry'] || 0;
      history.replaceState({'entry': LaurelHistory.entry}, '');
      history.scrollRestoration = 'manual';
      // A reload is the browser's own business.
      window.addEventListener('pagehide', function() { history.scrollRestoration = 'auto'; });
      window.addEventListener('pageshow', function() { history.scrollRestoration = 'manual'; });
    },

    // What had the focus counts where it is part of the screen: after a link in the header the title does.
    leave: function() {
      const active = document.activeElement;
      LaurelHistory.places[LaurelHistory.entry] =
          {y: window.scrollY, key: active && active.closest('main') ? active.id : ''};
    },

    // A new entry follows on this one; those that did are gone.
    append: function() {
      LaurelHistory.entry += 1;
      for (const entry in LaurelHistory.places) {
        if (entry >= LaurelHistory.entry) delete LaurelHistory.places[entry];
      }
    },

    // A link, "back", "forward" or a hand has changed the address. Whether the program has to know.
    changed: function() {
      const state = history.state;
      if (LaurelHistory.undoing) {
        LaurelHistory.undoing = false;
        LaurelHistory.entry = state['entry'];
        return false;
      }
      LaurelHistory.leave();
      const before = LaurelHistory.entry;
      if (state && 'entry' in state) {
        LaurelHistory.entry = state['entry'];
      } else {
        LaurelHistory.append();
        history.replaceState({'entry': LaurelHistory.entry}, '');
      }
      LaurelHistory.step = LaurelHistory.entry - before;
      LaurelHistory.arriving = LaurelHistory.places[LaurelHistory.entry] || {y: 0, key: ''};
      return true;
    },

    takePlace: function() {
      const place = LaurelHistory.arriving;
      LaurelHistory.arriving = null;
      return place;
    },
  },

  laurel_history_address__deps: ['$LaurelHistory', '$LaurelBridge'],
  laurel_history_address: function(fragment, length, replace) {
    const address = LaurelBridge.string(fragment, length);
    if (replace) {
      history.replaceState({'entry': LaurelHistory.entry}, '', address);
    } else {
      LaurelHistory.leave();
      LaurelHistory.append();
      history.pushState({'entry': LaurelHistory.entry}, '', address);
    }
    window.scrollTo(0, 0);
  },

  laurel_history_undo__deps: ['$LaurelHistory'],
  laurel_history_undo: function() {
    LaurelHistory.arriving = null;
    if (LaurelHistory.step === 0) return;
    LaurelHistory.undoing = true;
    history.go(-LaurelHistory.step);
  },
});
