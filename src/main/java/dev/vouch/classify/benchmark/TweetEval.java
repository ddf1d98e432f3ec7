package dev.vouch.classify.benchmark;

import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.Said;
import dev.vouch.classify.Scale;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.train.NearTexts;
import dev.vouch.classify.train.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * TweetEval's sentiment task (Barbieri et al. 2020): heads of the same design as the shipped ones
 * are trained on its train split, mixed and calibrated on val, and measured on test.
 */
public record TweetEval(List<Tweet> train, List<Tweet> val, List<Tweet> test) {
  /** Tweets that share half of their runs of words are one tweet, sent twice or passed on. */
  private static final double NEAR = 0.5;

  private static final int HEADS = 2;

  /** Ten times the texts of the corpus: the heads need holding back less. */
  private static final Head.Cost VECTOR = new Head.Cost(0.03, 3);

  private static final Head.Cost WORDS = new Head.Cost(4, 2);

  /**
   * Reads the three splits in {@code dir}; what is nearly the same as a text of val is not learnt
   * from.
   *
   * @param limit of texts taken from each split, from its beginning
   * @throws IOException if a file is missing or not understood
   */
  public static TweetEval read(Path dir, int limit) throws IOException {
    List<Tweet> val = TweetFile.read(dir.resolve("val.tsv"), limit);
    List<Tweet> train = TweetFile.read(dir.resolve("train_rebuilt.tsv"), limit);
    List<Tweet> test = TweetFile.read(dir.resolve("test.tsv"), limit);
    return new TweetEval(unlike(val, train), val, test);
  }

  private static List<Tweet> unlike(List<Tweet> val, List<Tweet> train) {
    NearTexts seen = new NearTexts(NEAR);
    val.forEach(tweet -> seen.add(tweet.text()));
    return train.stream().filter(tweet -> seen.near(tweet.text()).isEmpty()).toList();
  }

  /** How often {@link Progress#done} is called in one run: for each text and each head. */
  public int steps() {
    return train.size() + val.size() + test.size() + HEADS;
  }

  /**
   * Trains and measures.
   *
   * @throws IOException if OpenNLP cannot train on the texts
   */
  public SentimentResult run(SentenceEncoder encoder, Progress progress) throws IOException {
    Trained trained = trained(Split.of(train, encoder, progress), progress);
    List<Heard> chosenOn = trained.heard(Split.of(val, encoder, progress));
    List<Heard> measuredOn = trained.heard(Split.of(test, encoder, progress));
    return SentimentResult.of(train.size(), Mix.chosenOn(chosenOn, often(train)), measuredOn);
  }

  private static Map<String, Double> often(List<Tweet> tweets) {
    return tweets.stream()
        .collect(
            Collectors.groupingBy(
                Tweet::label, TreeMap::new, Collectors.summingDouble(t -> 1.0 / tweets.size())));
  }

  /** A tweet's label and what each kind of head says of it. */
  record Heard(String label, Said vector, Said words) {}

  /** Both heads, and the scale of the vectors. */
  private record Trained(Scale scale, Head vector, Head words) {
    List<Heard> heard(Split split) {
      List<Clues> vectors = split.vectors(scale);
      List<Clues> words = split.words();
      return IntStream.range(0, words.size())
          .parallel()
          .mapToObj(
              i ->
                  new Heard(
                      split.tweets().get(i).label(),
                      said(vector, vectors.get(i)),
                      said(this.words, words.get(i))))
          .collect(Collectors.toList());
    }

    private static Said said(Head sentiment, Clues clues) {
      return new Said(Map.of(), sentiment.judge(clues), 0, Map.of());
    }
  }

  private static Trained trained(Split split, Progress progress) throws IOException {
    if (Set.copyOf(split.labels()).size() < TweetFile.LABELS.size()) {
      throw new IOException("the train split must hold every sentiment; raise --limit");
    }
    Scale scale = Scale.of(split.vectors());
    CompletableFuture<Head> words =
        CompletableFuture.supplyAsync(
            () -> head(split, split.words(), WORDS, () -> progress.done("words")));
    Head vector = head(split, split.vectors(scale), VECTOR, () -> progress.done("vector"));
    try {
      return new Trained(scale, vector, words.join());
    } catch (CompletionException e) {
      throw new IOException("the heads cannot be trained", e);
    }
  }

  private static Head head(Split split, List<Clues> clues, Head.Cost cost, Runnable done) {
    int[] once = new int[clues.size()];
    Arrays.fill(once, 1);
    try {
      Head head = Head.train(clues, split.labels(), once, cost);
      done.run();
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
