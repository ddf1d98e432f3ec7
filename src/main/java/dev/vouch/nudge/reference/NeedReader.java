package dev.vouch.nudge.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads requests in everyday words: what names a fact is one, all else is spoken of. */
final class NeedReader {
  /** The longest name of a fact, in words. */
  private static final int LONGEST = 5;

  private static final int SHORTEST_TOPIC = 3;
  private static final Set<String> SPEAKING = Set.of("speaks", "speaking", "speak");

  /** What says nothing about whom to look for. */
  private static final Set<String> PLAIN =
      Set.of(
          ("a an the and or of in on at for from with by to who whom that which is are has have had"
                  + " our us we they them their it some someone somebody anyone anybody person people"
                  + " customer customers company companies use uses using used feature features"
                  + " product products need needs want wants looking like likes about knows know"
                  + " based work works working industry sector region country tier please"
                  + " account accounts reference call buyer prospect talk talks speak speaks speaking"
                  + " can could would will should not")
              .split(" "));

  private final Vocabulary vocabulary;

  NeedReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Need read(String text) {
    List<String> words = Words.of(text);
    List<Wanted> wanted = new ArrayList<>();
    Set<String> topics = new LinkedHashSet<>();
    int at = 0;
    while (at < words.size()) {
      Found found = at(words, at);
      if (found.wanted() != null) {
        wanted.add(found.wanted());
      } else {
        topic(words.get(at)).ifPresent(topics::add);
      }
      at += found.length();
    }
    return new Need(text, wanted, topics);
  }

  private record Found(@org.jspecify.annotations.Nullable Wanted wanted, int length) {}

  private Found at(List<String> words, int at) {
    Optional<Wanted> language = language(words, at);
    if (language.isPresent()) {
      return new Found(language.get(), 2);
    }
    for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
      List<String> some = words.subList(at, at + length);
      Optional<Wanted> named =
          some.contains("") ? Optional.empty() : vocabulary.named(String.join("", some));
      if (named.isPresent()) {
        return new Found(named.get(), length);
      }
    }
    return new Found(null, 1);
  }

  /** {@code speaks French}, or {@code French-speaking}. */
  private Optional<Wanted> language(List<String> words, int at) {
    if (at + 1 >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(at);
    String next = words.get(at + 1);
    return SPEAKING.contains(word)
        ? vocabulary.language(next)
        : next.equals("speaking") ? vocabulary.language(word) : Optional.empty();
  }

  private static Optional<String> topic(String word) {
    return word.length() >= SHORTEST_TOPIC && !PLAIN.contains(word)
        ? Optional.of(word)
        : Optional.empty();
  }
}
