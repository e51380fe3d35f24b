/* The buttons of headphones and lock screens. */
const DOES = { play: "read", pause: "read", stop: "read", previoustrack: "back", nexttrack: "on", seekbackward: "again" };

export class Session {
  constructor(does) {
    this.media = navigator.mediaSession;
    for (const [action, what] of Object.entries(this.media ? DOES : {})) {
      try {
        this.media.setActionHandler(action, () => does(what));
      } catch { /* an action this browser does not know */ }
    }
  }

  shows(state) {
    if (!this.media) return;
    this.media.playbackState = state === "reading" ? "playing" : "paused";
    this.media.metadata = new MediaMetadata({ title: document.title });
  }
}
