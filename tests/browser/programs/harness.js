// The page's side of harness.h: command(), events and ready on the global object.
mergeInto(LibraryManager.library, {
  $LaurelHarness__deps: ['$LaurelBridge'],
  $LaurelHarness: {
    waiting: {},
    next: 1,
  },

  laurel_harness_start__deps: ['$LaurelHarness'],
  laurel_harness_start: function() {
    self.events = [];
    self.command = function() {
      const texts = Array.from(arguments).map(String);
      const id = LaurelHarness.next++;
      return new Promise(function(resolve) {
        LaurelHarness.waiting[id] = resolve;
        LaurelBridge.deliver(texts, function(pointer, length) {
          _laurel_harness_command(id, pointer, length);
        });
      });
    };
    self.harnessReady();
  },

  laurel_harness_reply__deps: ['$LaurelHarness'],
  laurel_harness_reply: function(id, pointer, length) {
    const texts = LaurelBridge.fields(pointer, length).map(LaurelBridge.text);
    if (id === 0) return void self.events.push(texts);
    LaurelHarness.waiting[id](texts);
    delete LaurelHarness.waiting[id];
  },
});
