// Lets a test call what other parts of the page call.
mergeInto(LibraryManager.library, {
  laurel_test_offer_resource__deps: ['$laurelResource'],
  laurel_test_offer_resource: function() {
    self.laurelResource = laurelResource;
  },
});
