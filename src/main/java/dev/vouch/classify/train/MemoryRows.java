package dev.vouch.classify.train;

import dev.vouch.classify.Head;
import dev.vouch.classify.learn.Example;
import dev.vouch.classify.learn.Memory;
import dev.vouch.mention.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the rows that workspaces rehearse and are measured on; the same every time. */
final class MemoryRows {
  private static final int OF_EACH_INTENT = 200;
  private static final int HELD_OUT = 600;

  private final String encoder;
  private final Head words;

  /**
   * @param encoder that read the rows
   * @param words the head that reads the words of an intent
   */
  MemoryRows(String encoder, Head words) {
    this.encoder = encoder;
    this.words = words;
  }

  Memory memory(List<Prepared> learnt, List<Prepared> heldOut) {
    List<Memory.Row> rehearsed = new ArrayList<>();
    for (Intent intent : Intent.values()) {
      rehearsed.addAll(
          rows(learnt.stream().filter(p -> p.gold().intent() == intent).toList(), OF_EACH_INTENT));
    }
    return new Memory(encoder, rehearsed, rows(heldOut, HELD_OUT));
  }

  private List<Memory.Row> rows(List<Prepared> all, int most) {
    return all.stream()
        .sorted(
            Comparator.comparingInt((Prepared p) -> mixed(p.gold().text()))
                .thenComparing(p -> p.gold().text()))
        .limit(most)
        .map(this::row)
        .toList();
  }

  /** An order that has nothing to do with what a text says. */
  private static int mixed(String text) {
    int spread = text.hashCode() * 0x9E3779B9;
    return spread ^ spread >>> 15;
  }

  private Memory.Row row(Prepared prepared) {
    return new Memory.Row(
        Example.of(encoder, prepared.vector(), prepared.features(), words.judge(prepared.words())),
        prepared.gold().intent());
  }
}
