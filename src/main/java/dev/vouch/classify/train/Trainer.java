package dev.vouch.classify.train;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Classifier;
import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.Heads;
import dev.vouch.classify.Models;
import dev.vouch.classify.Said;
import dev.vouch.classify.Scale;
import dev.vouch.classify.Settings;
import dev.vouch.classify.Tuning;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.learn.Memory;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trains the heads from a corpus. The same corpus and encoder give the same files, byte by byte:
 * nothing depends on time, chance or the number of threads.
 */
public final class Trainer {
  /** Rises when the same text may be judged differently. */
  private static final int VERSION = 3;

  /** Weight of the vectors against the words; found on the held-out rows and on dev. */
  private static final double VECTOR_SHARE = 0.55;

  private static final Head.Cost VECTOR_MANY = new Head.Cost(5, 3);
  private static final Head.Cost VECTOR_FEW = new Head.Cost(2, 3);
  private static final Head.Cost WORDS_MANY = new Head.Cost(5, 2);
  private static final Head.Cost WORDS_FEW = new Head.Cost(1, 3);

  /**
   * Shares of the intents expected in real streams: an estimate from reading reviews, tweets and
   * shared channels. The corpus holds far more advocacy, so that there is enough to learn from.
   */
  private static final Map<Intent, Double> EXPECTED =
      Map.of(
          Intent.ADVOCACY, 0.12,
          Intent.PRAISE, 0.17,
          Intent.AMPLIFICATION, 0.05,
          Intent.QUESTION, 0.09,
          Intent.COMPLAINT, 0.17,
          Intent.SUGGESTION, 0.07,
          Intent.WARNING, 0.04,
          Intent.REWARD_SEEKING, 0.03,
          Intent.NEUTRAL, 0.26);

  /** Likewise the sentiments: about a third each, where the corpus is mostly pleased. */
  private static final Map<Sentiment, Double> EXPECTED_SENTIMENTS =
      Map.of(Sentiment.POSITIVE, 0.32, Sentiment.NEUTRAL, 0.38, Sentiment.NEGATIVE, 0.30);

  /** How often {@link Progress#done} is called in one training: for each text and each head. */
  public static int steps(Corpus corpus) {
    return corpus.texts().size() + 2 * Heads.COUNT;
  }

  private final SentenceEncoder encoder;
  private final Progress progress;

  /**
   * @param encoder whose vectors the heads are trained on
   */
  public Trainer(SentenceEncoder encoder, Progress progress) {
    this.encoder = encoder;
    this.progress = progress;
  }

  /**
   * What training gives.
   *
   * @param memory what workspaces rehearse when they teach their own
   * @param heldOut rows of the corpus that nothing was trained on, by name
   */
  public record Trained(Models models, Memory memory, Map<String, List<LabelledText>> heldOut) {
    public Classifier classifier() {
      return new Classifier(models);
    }

    /** The same, with the figures that the models reached as their baselines. */
    public Trained measured(Measurement measurement) {
      return new Trained(
          models.with(models.settings().withBaselines(measurement.figures())), memory, heldOut);
    }

    /**
     * Writes the heads and their settings into {@code dir}.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path dir) throws IOException {
      Files.createDirectories(dir);
      for (Map.Entry<String, byte[]> file : models.files().entrySet()) {
        Files.write(dir.resolve(file.getKey()), file.getValue());
      }
      Files.write(dir.resolve(Memory.FILE), memory.write());
    }
  }

  /**
   * @throws IOException if OpenNLP cannot train on the corpus
   */
  public Trained train(Corpus corpus) throws IOException {
    List<Prepared> prepared =
        corpus.texts().parallelStream().map(this::prepared).collect(Collectors.toList());
    List<Prepared> learnt =
        prepared.stream().filter(p -> !p.gold().isHeldOut() && p.gold().count() > 0).toList();
    List<Prepared> heldOut = prepared.stream().filter(p -> p.gold().isHeldOut()).toList();
    List<LabelledText> texts = learnt.stream().map(Prepared::gold).toList();
    Scale scale = Scale.of(learnt.stream().map(Prepared::vector).toList());
    CompletableFuture<Heads> vectorHeads =
        heads(texts, learnt.stream().map(p -> p.vector(scale)).toList(), VECTOR_MANY, VECTOR_FEW);
    CompletableFuture<Heads> wordHeads =
        heads(texts, learnt.stream().map(Prepared::words).toList(), WORDS_MANY, WORDS_FEW);
    Heads vectors = done(vectorHeads);
    Heads words = done(wordHeads);
    Settings settings = settings(corpus, texts, new Answers(heldOut, scale, vectors, words));
    return new Trained(
        new Models(words, Optional.of(new Models.Vectors(encoder, scale, vectors)), settings),
        new MemoryRows(encoder.id(), words.intent()).memory(learnt, heldOut),
        corpus.heldOut());
  }

  /** Trains on a thread of its own; what comes out does not depend on it. */
  private CompletableFuture<Heads> heads(
      List<LabelledText> texts, List<Clues> clues, Head.Cost many, Head.Cost few) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new HeadsTraining(texts, clues, progress).run(many, few);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Heads done(CompletableFuture<Heads> heads) throws IOException {
    try {
      return heads.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException refused) {
        throw refused.getCause();
      }
      throw e;
    }
  }

  private Prepared prepared(LabelledText text) {
    Prepared prepared = Prepared.of(text, encoder);
    progress.done("vectors");
    return prepared;
  }

  /** What the heads say of the texts that were held out. */
  private record Answers(List<Prepared> heldOut, Scale scale, Heads vectors, Heads words) {
    Fitting ofWords() {
      return new Fitting(
          heldOut.stream()
              .map(p -> new Fitting.Heard(p.gold(), Said.by(words, p.words())))
              .toList());
    }

    Fitting ofBoth(double share) {
      return new Fitting(
          heldOut.stream()
              .map(
                  p ->
                      new Fitting.Heard(
                          p.gold(),
                          Said.by(vectors, p.vector(scale)).with(Said.by(words, p.words()), share)))
              .toList());
    }
  }

  private static Settings settings(Corpus corpus, List<LabelledText> learnt, Answers answers) {
    Tuning none = new Tuning("", 0, Map.of(), 0, 0, 0, Map.of());
    Settings shares =
        new Settings(
            VERSION,
            corpus.texts().size(),
            corpus.sha256(),
            shares(learnt, text -> text.intent().wire()),
            wired(EXPECTED, Intent::wire),
            shares(learnt, text -> text.sentiment().wire()),
            wired(EXPECTED_SENTIMENTS, Sentiment::wire),
            none,
            none,
            Map.of());
    return new Settings(
        VERSION,
        corpus.texts().size(),
        corpus.sha256(),
        shares.corpusShares(),
        shares.expectedShares(),
        shares.corpusSentiments(),
        shares.expectedSentiments(),
        answers.ofBoth(VECTOR_SHARE).tuning("vouch-e5", VECTOR_SHARE, 0.975, shares),
        answers.ofWords().tuning("opennlp-words", 0, 0.92, shares),
        Map.of());
  }

  private static <E> Map<String, Double> wired(Map<E, Double> shares, Function<E, String> wire) {
    Map<String, Double> wired = new TreeMap<>();
    shares.forEach((label, share) -> wired.put(wire.apply(label), share));
    return wired;
  }

  private static Map<String, Double> shares(
      List<LabelledText> texts, Function<LabelledText, String> label) {
    double all = texts.stream().mapToInt(LabelledText::count).sum();
    Map<String, Double> shares = new TreeMap<>();
    texts.forEach(text -> shares.merge(label.apply(text), text.count() / all, Double::sum));
    shares.replaceAll((name, share) -> Calibration.rounded(share));
    return shares;
  }
}
