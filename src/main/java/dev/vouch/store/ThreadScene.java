package dev.vouch.store;

import dev.vouch.advocate.Place;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.mention.Stance;
import dev.vouch.mention.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stood before a reply in its thread when it was looked at.
 *
 * @param root person and stance of the message that began the thread, as {@code number of the
 *     stance, person}; empty if it was not heard
 * @param members of the thread before the reply, latest first
 */
record ThreadScene(String root, List<String> members) {
  /** How many turns before a reply are looked at; a second further away seconds nobody. */
  static final int MOST = 40;

  /** Of a message that answers none. */
  static final ThreadScene NONE = new ThreadScene("", List.of());

  ThreadScene {
    members = List.copyOf(members);
  }

  /**
   * @param entry of the message that began the thread, or null if it was not heard
   */
  static ThreadScene of(@Nullable String entry, List<String> members) {
    return new ThreadScene(
        entry == null || MentionRecord.isGone(entry) ? "" : entry.substring(1), members);
  }

  /** How a reply stands in its thread. */
  static String member(MentionId id, String person, Stance stance, boolean hangs) {
    return "%s|%s|%s|%s".formatted(id.ts(), person, stance.wire(), hangs ? "1" : "0");
  }

  /** How words of one of us, or of a program, stand in a thread. */
  static String passedOver(MentionId id, @Nullable String staff) {
    String member = member(id, "", Stance.NONE, false);
    return staff == null ? member : member + "|" + staff;
  }

  /** The first of us who spoke, by the members of a thread below something, oldest first. */
  static Optional<Place.Answer> answer(List<String> members) {
    return members.stream()
        .map(member -> member.split("\\|", -1))
        .filter(parts -> parts.length > 4)
        .map(parts -> new Place.Answer(parts[4], SlackTime.instant(parts[0])))
        .findFirst();
  }

  /**
   * When others than whoever asked said more below something than to second what stands before
   * them, by their ids, by the members of a thread below it, oldest first.
   */
  static List<Place.Answer> others(List<String> members, String asked) {
    return members.stream()
        .map(member -> member.split("\\|", -1))
        .filter(parts -> !parts[1].isEmpty() && !parts[1].equals(asked))
        .filter(parts -> !Stance.fromWire(parts[2]).equals(Stance.SECOND))
        .map(parts -> new Place.Answer(parts[1], SlackTime.instant(parts[0]), false))
        .toList();
  }

  /** Whether a member's reading hangs on what stands before it. */
  static boolean hangs(String member) {
    return member.endsWith("|1");
  }

  static String ts(String member) {
    return member.substring(0, member.indexOf('|'));
  }

  /** All that was read, as the script compares it. */
  String stamp() {
    List<String> read = new ArrayList<>(List.of(root));
    read.addAll(members);
    return String.join("\n", read);
  }

  /** The turn that a reply of {@code person} stands under. */
  Optional<Turn> answered(String rootTs, String person, boolean second) {
    List<Turn> earlier = members.stream().map(ThreadScene::turn).toList();
    Turn before = members.size() < MOST || !second ? root(rootTs) : null;
    return Turn.answered(before, earlier, person, second);
  }

  private Turn root(String ts) {
    return root.isEmpty()
        ? new Turn(ts, "", Stance.NONE)
        : new Turn(ts, root.substring(1), Stance.values()[root.charAt(0) - '0']);
  }

  private static Turn turn(String member) {
    String[] parts = member.split("\\|", -1);
    return new Turn(parts[0], parts[1], Stance.fromWire(parts[2]));
  }
}
