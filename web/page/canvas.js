// The canvas' WebGL 2 context, for canvas.cpp. It is made while the program still arrives, when the page
// has nothing else to do.
mergeInto(LibraryManager.library, {
  $LaurelCanvas__deps: ['$GL'],
  $LaurelCanvas__postset: 'LaurelCanvas.open();',
  $LaurelCanvas: {
    context: 0,  // Emscripten's handle; 0 without WebGL 2

    open: function() {
      LaurelCanvas.context = GL.createContext(document.getElementById('canvas'), {
        majorVersion: 2,
        alpha: false,
        depth: false,
        stencil: false,
        antialias: false,  // ImGui's edges are soft by themselves
        powerPreference: 'low-power',
      });
    },
  },

  laurel_canvas_context__deps: ['$LaurelCanvas'],
  laurel_canvas_context: function() { return LaurelCanvas.context; },
});
