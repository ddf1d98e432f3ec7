package dev.vouch.finetune;

/**
 * How the encoder is trained.
 *
 * @param firstLayer the lowest layer that is trained; what lies below stays as it was published
 * @param rate learning rate of the encoder; the head learns ten times as fast
 * @param batch texts a step
 * @param smoothing share of a label that is spread over all labels
 * @param headDropout share of a vector's numbers that the head does not see while it learns
 * @param sentimentShare weight of the sentiment's loss beside that of the intent
 * @param flagShare weight of the loss of specific, incentivised and drivers
 * @param seed of all that is drawn by chance
 * @param mostPieces of a text that are read
 */
record Recipe(
    int epochs,
    int firstLayer,
    float rate,
    int batch,
    float smoothing,
    float headDropout,
    float sentimentShare,
    float flagShare,
    int seed,
    int mostPieces) {
  /** What served best on the rows held out and on dev. */
  static final Recipe FINE_TUNING = new Recipe(3, 4, 4e-5f, 32, 0.05f, 0.1f, 0.5f, 0.2f, 1, 128);

  /** For a head on vectors that stay as they are: more rounds, larger steps. */
  static final Recipe HEAD_ALONE = new Recipe(10, 12, 3e-4f, 32, 0.05f, 0.1f, 0.5f, 0.2f, 1, 128);

  /** How many steps it takes to learn from so many texts. */
  int steps(int texts) {
    return epochs * ((texts + batch - 1) / batch);
  }
}
