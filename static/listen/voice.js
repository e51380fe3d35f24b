/* The one voice: an audio element that a tap has set free. Its pace never changes its pitch. */
export class Voice {
  constructor(audio) {
    this.audio = audio;
    audio.preservesPitch = true;
  }

  /* Milliseconds into the sound. */
  get now() {
    return this.audio.currentTime * 1000;
  }

  /* Resolves when the sound has ended, rejects when it cannot be played; stays open when another sound takes over. */
  say(url, pace) {
    const { audio } = this;
    audio.src = url;
    this.pace(pace);
    return new Promise((done, failed) => {
      audio.onended = done;
      audio.onerror = () => failed(new Error("cannot be played"));
      audio.play().catch((error) => { if (error.name !== "AbortError") failed(error); });
    });
  }

  /* A new source begins at the default pace. */
  pace(pace) {
    this.audio.defaultPlaybackRate = this.audio.playbackRate = pace;
  }

  pause() {
    this.audio.pause();
  }

  resume() {
    this.audio.play().catch(() => {});
  }
}
