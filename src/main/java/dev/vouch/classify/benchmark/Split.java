package dev.vouch.classify.benchmark;

import dev.vouch.classify.Clues;
import dev.vouch.classify.Scale;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.train.Progress;
import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Tweets and, in the same order, their vectors. */
record Split(List<Tweet> tweets, List<float[]> vectors) {
  /** Encodes on all cores; the order of {@code tweets} is kept. */
  static Split of(List<Tweet> tweets, SentenceEncoder encoder, Progress progress) {
    List<float[]> vectors =
        tweets.parallelStream()
            .map(
                tweet -> {
                  float[] vector = encoder.encode(tweet.text()).vector();
                  progress.done("vectors");
                  return vector;
                })
            .collect(Collectors.toList());
    return new Split(tweets, vectors);
  }

  List<String> labels() {
    return tweets.stream().map(Tweet::label).toList();
  }

  List<Clues> words() {
    return lazily(i -> Clues.ofWords(tweets.get(i).features()));
  }

  List<Clues> vectors(Scale scale) {
    return lazily(i -> Clues.ofVector(vectors.get(i), scale, tweets.get(i).features()));
  }

  private List<Clues> lazily(IntFunction<Clues> clues) {
    return new AbstractList<>() {
      @Override
      public Clues get(int index) {
        return clues.apply(index);
      }

      @Override
      public int size() {
        return tweets.size();
      }
    };
  }
}
