// Asks zxcvbn-ts, for advice.cpp. Its scripts are classic ones that add to the global `zxcvbnts`.
mergeInto(LibraryManager.library, {
  $LaurelAdvice__deps: ['$LaurelBridge'],
  $LaurelAdvice: {
    pauseMs: 200,   // between two keys of somebody who is typing
    timer: 0,
    checker: null,  // a promise, once somebody has asked

    script: function(address) {
      return new Promise(function(resolve, reject) {
        const script = document.createElement('script');
        script.onload = resolve;
        script.onerror = function() { reject(new Error(address + ' could not be loaded')); };
        script.src = address;
        document.head.append(script);
      });
    },

    load: function() {
      if (!LaurelAdvice.checker) {
        LaurelAdvice.checker = Promise.all(Module['laurel']['adviceFiles'].map(LaurelAdvice.script))
            .then(function() {
              const packages = window['zxcvbnts'];
              const common = packages['language-common'];
              return new packages['core']['ZxcvbnFactory'](
                  {'dictionary': common['dictionary'], 'graphs': common['adjacencyGraphs']});
            });
        // The next question tries once more.
        LaurelAdvice.checker.catch(function(error) {
          console.warn('Laurel: no advice on passwords:', error.message);
          LaurelAdvice.checker = null;
        });
      }
      return LaurelAdvice.checker;
    },

    answer: function(adviser, fields) {
      const texts = fields.map(LaurelBridge.text);
      LaurelAdvice.load().then(function(checker) {
        const result = checker['check'](texts[1], texts.slice(2));
        LaurelBridge.deliver(
            [texts[0], String(result['score']), result['feedback']['warning'] || ''],
            function(pointer, length) { _laurel_advice_given(adviser, pointer, length); });
      }, function() {});  // `load` has told it
    },
  },

  laurel_advice_ask__deps: ['$LaurelAdvice'],
  laurel_advice_ask: function(adviser, question, size) {
    const fields = LaurelBridge.fields(question, size);
    clearTimeout(LaurelAdvice.timer);
    LaurelAdvice.timer = setTimeout(function() { LaurelAdvice.answer(adviser, fields); },
                                    LaurelAdvice.pauseMs);
  },
});
